ALTER TABLE "order_intake" ADD COLUMN "imported_from" jsonb;
