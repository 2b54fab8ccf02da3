ALTER TABLE "order_intake" ADD COLUMN "imported_from" jsonb;--> statement-breakpoint
CREATE INDEX "user_unfolded" ON "user" USING btree ("id") WHERE "user"."search_text" is null;