CREATE TABLE "case_seen" (
	"user_id" text NOT NULL,
	"case_id" text NOT NULL,
	"version" integer NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_seen_user_id_case_id_pk" PRIMARY KEY("user_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "case_seen" ADD CONSTRAINT "case_seen_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cases_inbox_requester" ON "cases" USING btree ("kind","is_open",left(lower("submitter" ->> 'name'), 200),"case_id");--> statement-breakpoint
CREATE INDEX "cases_inbox_assignee" ON "cases" USING btree ("kind","is_open",left(lower("assignee" ->> 'name'), 200),"case_id");--> statement-breakpoint
CREATE INDEX "cases_inbox_state" ON "cases" USING btree ("kind","is_open","state","case_id");--> statement-breakpoint
CREATE INDEX "cases_inbox_group" ON "cases" USING btree ("kind","is_open","group_id","case_id");