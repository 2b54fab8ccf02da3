-- Closed cases are not written again: gives rows from before products and the customer's e-mail, so that `q` finds them.
WITH words AS (
  SELECT
    stored.case_id,
    (SELECT lower(email) FROM order_intake WHERE order_id = coalesce(stored.order_id, stored.case_id)) AS email,
    (
      SELECT string_agg(lower(concat_ws(E'\n', line ->> 'name', line ->> 'sku')), E'\n')
      FROM jsonb_path_query(stored.snapshot, CASE stored.kind
        WHEN 'order' THEN '$.lines[*]'::jsonpath ELSE '$.payload.lines[*]'::jsonpath END) AS line
    ) AS products
  FROM cases AS stored
  WHERE stored.kind = 'order' OR stored.order_id IS NOT NULL
)
UPDATE cases
SET search_text = concat_ws(E'\n', search_text, words.products, words.email)
FROM words
WHERE words.case_id = cases.case_id;
