ALTER TABLE "cases" ADD COLUMN "subject" text;
--> statement-breakpoint
-- Orders and their approvals; other approvals say what they are about when they change next.
UPDATE "cases" SET "subject" = nullif(concat_ws(' · ',
	CASE WHEN "kind" = 'approval' THEN "snapshot" #>> '{payload,rule}' END,
	(CASE WHEN "kind" = 'order' THEN "snapshot" -> 'lines' ELSE "snapshot" #> '{payload,lines}' END) #>> '{0,name}'
		|| CASE WHEN jsonb_array_length(CASE WHEN "kind" = 'order' THEN "snapshot" -> 'lines' ELSE "snapshot" #> '{payload,lines}' END) > 1
			THEN ' and ' || (jsonb_array_length(CASE WHEN "kind" = 'order' THEN "snapshot" -> 'lines' ELSE "snapshot" #> '{payload,lines}' END) - 1) || ' more'
			ELSE '' END), '')
WHERE "kind" = 'order' OR "order_id" IS NOT NULL;
