/** Headers that need no nonce; those that do are set in proxy.ts. */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Not no-referrer: it makes native forms send a null Origin, which is refused.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  },
]

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  agentRules: false,
  // `npm test` checks types once for the whole tree; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@temporalio/client',
    '@temporalio/common',
    '@temporalio/envconfig',
    '@temporalio/proto',
    '@grpc/grpc-js',
    'protobufjs',
    'pg',
    'pino',
    'prom-client',
    'rate-limiter-flexible',
    '@opentelemetry/api',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-trace-node',
  ],
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  experimental: {
    serverActions: { bodySizeLimit: '1mb' },
    // Routes count bytes and refuse above 1 MB; what is cut here is larger than that already.
    proxyClientMaxBodySize: '2mb',
  },
  headers: () => [{ source: '/:path*', headers: SECURITY_HEADERS }],
}

export default config
