CREATE TYPE "public"."role" AS ENUM('customer', 'agent', 'supervisor', 'admin', 'import');--> statement-breakpoint
CREATE TYPE "public"."case_kind" AS ENUM('order', 'approval');--> statement-breakpoint
CREATE TYPE "public"."case_state" AS ENUM('PENDING', 'VALIDATING', 'RESERVING_STOCK', 'AWAITING_CUSTOMER', 'AWAITING_APPROVAL', 'PROCESSING_PAYMENT', 'CONFIRMED', 'SHIPPED', 'DELIVERED', 'COMPLETED', 'FAILED', 'CANCELLED', 'OPEN', 'CLAIMED', 'WAITING_FOR_INFO', 'APPROVED', 'REJECTED', 'EXPIRED', 'WITHDRAWN');--> statement-breakpoint
CREATE TYPE "public"."waiting_for" AS ENUM('approver', 'customer', 'payment', 'carrier', 'system', 'attention');--> statement-breakpoint
CREATE TYPE "public"."order_state" AS ENUM('PENDING', 'VALIDATING', 'RESERVING_STOCK', 'AWAITING_CUSTOMER', 'AWAITING_APPROVAL', 'PROCESSING_PAYMENT', 'CONFIRMED', 'SHIPPED', 'DELIVERED', 'COMPLETED', 'FAILED', 'CANCELLED');--> statement-breakpoint
CREATE TYPE "public"."payment_status" AS ENUM('pending', 'charged', 'refunded', 'voided', 'declined');--> statement-breakpoint
CREATE TYPE "public"."reservation_status" AS ENUM('reserved', 'released');--> statement-breakpoint
CREATE TYPE "public"."service_event" AS ENUM('inventoryReserved', 'paymentProcessed', 'shipmentCreated', 'shipped', 'delivered');--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"role" "role" NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_tokens_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" text PRIMARY KEY NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"request_id" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"group_id" text NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "group_members_group_id_user_id_pk" PRIMARY KEY("group_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"reset_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"impersonated_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" "role" DEFAULT 'customer' NOT NULL,
	"banned" boolean DEFAULT false NOT NULL,
	"ban_reason" text,
	"ban_expires" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_events" (
	"case_id" text NOT NULL,
	"id" integer NOT NULL,
	"run_id" text NOT NULL,
	"code" text NOT NULL,
	"params" jsonb NOT NULL,
	"sender" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_events_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"case_id" text PRIMARY KEY NOT NULL,
	"kind" "case_kind" NOT NULL,
	"state" "case_state" NOT NULL,
	"is_open" boolean NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"submitter" jsonb NOT NULL,
	"assignee" jsonb,
	"assignee_id" text,
	"group_id" text,
	"priority" integer NOT NULL,
	"amount_cents" bigint,
	"currency" text,
	"waiting_for" "waiting_for",
	"due_at" timestamp with time zone,
	"order_id" text,
	"search_text" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"run_id" text NOT NULL,
	"version" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	"request_hash" text,
	"stale_since" timestamp with time zone,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_intake" (
	"order_id" text PRIMARY KEY NOT NULL,
	"principal" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"body_hash" text NOT NULL,
	"email" text NOT NULL,
	"items" jsonb NOT NULL,
	"shipping_address" jsonb NOT NULL,
	"payment_token" text NOT NULL,
	"purchased_at" date,
	"track_key_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"order_id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"temporal_workflow_id" text NOT NULL,
	"state" "order_state" NOT NULL,
	"total_cents" bigint NOT NULL,
	"charged_cents" bigint NOT NULL,
	"refunded_cents" bigint NOT NULL,
	"currency" text NOT NULL,
	"outcome" jsonb,
	"purchased_at" date,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "orders_temporal_workflow_id_unique" UNIQUE("temporal_workflow_id")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"case_id" text NOT NULL,
	"message" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"sending_until" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notifications_case_id_message_pk" PRIMARY KEY("case_id","message")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"charge_key" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"payment_id" text NOT NULL,
	"status" "payment_status" NOT NULL,
	"amount_cents" bigint NOT NULL,
	"currency" text NOT NULL,
	"failed_calls" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "products" (
	"sku" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"unit_cents" integer NOT NULL,
	"currency" text NOT NULL,
	"available" integer NOT NULL,
	"flagged_for_review" boolean DEFAULT false NOT NULL,
	"hidden" boolean DEFAULT false NOT NULL,
	CONSTRAINT "products_available" CHECK ("products"."available" >= 0),
	CONSTRAINT "products_price" CHECK ("products"."unit_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "reservation_lines" (
	"order_id" text NOT NULL,
	"sku" text NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "reservation_lines_order_id_sku_pk" PRIMARY KEY("order_id","sku")
);
--> statement-breakpoint
CREATE TABLE "reservations" (
	"order_id" text PRIMARY KEY NOT NULL,
	"status" "reservation_status" NOT NULL,
	"reserve_key" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_calls" (
	"idempotency_key" text PRIMARY KEY NOT NULL,
	"service" text NOT NULL,
	"command" text NOT NULL,
	"result" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_events" (
	"event_id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"event" "service_event" NOT NULL,
	"payload" jsonb NOT NULL,
	"due_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"failed_deliveries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shipments" (
	"order_id" text PRIMARY KEY NOT NULL,
	"shipment_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shipments_shipment_id_unique" UNIQUE("shipment_id")
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_provider_account" ON "account" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE INDEX "account_user_id" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "group_members_user" ON "group_members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user_id" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "cases_inbox_created" ON "cases" USING btree ("kind","is_open","created_at","case_id");--> statement-breakpoint
CREATE INDEX "cases_inbox_updated" ON "cases" USING btree ("kind","is_open","updated_at","case_id");--> statement-breakpoint
CREATE INDEX "cases_inbox_due" ON "cases" USING btree ("kind","is_open","due_at","case_id");--> statement-breakpoint
CREATE INDEX "cases_inbox_amount" ON "cases" USING btree ("kind","is_open","amount_cents","case_id");--> statement-breakpoint
CREATE INDEX "cases_inbox_priority" ON "cases" USING btree ("kind","is_open","priority","case_id");--> statement-breakpoint
CREATE INDEX "cases_inbox_title" ON "cases" USING btree ("kind","is_open",left(lower("title"), 200),"case_id");--> statement-breakpoint
CREATE INDEX "cases_assignee" ON "cases" USING btree ("assignee_id") WHERE "cases"."is_open";--> statement-breakpoint
CREATE INDEX "cases_order_id" ON "cases" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "cases_attention" ON "cases" USING btree ("case_id") WHERE "cases"."waiting_for" = 'attention';--> statement-breakpoint
CREATE INDEX "cases_written_at" ON "cases" USING btree ("written_at");--> statement-breakpoint
CREATE INDEX "cases_search" ON "cases" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "order_intake_email" ON "order_intake" USING btree ("email");--> statement-breakpoint
CREATE INDEX "order_intake_email_lower" ON "order_intake" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "order_intake_principal" ON "order_intake" USING btree ("principal");--> statement-breakpoint
CREATE INDEX "orders_created_at" ON "orders" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "orders_number" ON "orders" USING btree ("number");--> statement-breakpoint
CREATE INDEX "service_events_due" ON "service_events" USING btree ("due_at") WHERE "service_events"."delivered_at" is null and "service_events"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "service_events_undelivered" ON "service_events" USING btree ("order_id","event") WHERE "service_events"."delivered_at" is null and "service_events"."due_at" is not null;