ALTER TABLE "user" ADD COLUMN "search_text" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "folded_version" integer;--> statement-breakpoint
CREATE INDEX "user_search" ON "user" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "cases_unfolded" ON "cases" USING btree ("case_id") WHERE ("cases"."folded_version" is distinct from "cases"."version" and octet_length("cases"."search_text") <> char_length("cases"."search_text"));