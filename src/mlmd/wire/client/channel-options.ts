import type { ChannelOptions } from '@grpc/grpc-js';
import type { GrpcSettings } from './settings.js';

/** What grpc-js is told of a service, where its own default would not do. */
export function channelOptions(settings: GrpcSettings): ChannelOptions {
  const name = settings.tls?.serverName;
  return {
    'grpc.max_send_message_length': settings.maxMessageBytes,
    'grpc.max_receive_message_length': settings.maxMessageBytes,
    'grpc.keepalive_time_ms': settings.keepaliveMs,
    'grpc.keepalive_timeout_ms': settings.keepaliveMs,
    // It would wait up to two minutes between two attempts to connect to a service that was gone, and half a minute
    // before it looks a moved one up again.
    'grpc.initial_reconnect_backoff_ms': 100,
    'grpc.max_reconnect_backoff_ms': 1_000,
    'grpc.dns_min_time_between_resolutions_ms': 1_000,
    // Otherwise a DNS record could tell it to repeat writes.
    'grpc.service_config_disable_resolution': 1,
    // Otherwise `http_proxy` in the environment would send metadata through a proxy that nobody named here.
    'grpc.enable_http_proxy': 0,
    // Two channels to one service may differ in all of the above.
    'grpc.use_local_subchannel_pool': 1,
    ...(name === undefined ? {} : { 'grpc.ssl_target_name_override': name, 'grpc.default_authority': name }),
  };
}
