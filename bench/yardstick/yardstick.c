/* The least a Lambda runtime can do, as a yardstick on any machine: one connection, GET next, POST response. It checks
 * nothing and is no runtime to use.
 *   gcc -O3 -static -s -o yardstick yardstick.c
 * Answers {"name":"World"} with {"message":"Hello, World"}; with an argument N, any event with fibonacci(N). */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char response[65536];

static int fibonacci(int n) { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }

/* Sends a request, and reads until the response is whole; returns its body. */
static char *exchange(int connection, const char *request) {
  size_t length = 0;
  if (write(connection, request, strlen(request)) < 0) exit(1);
  for (;;) {
    ssize_t count = read(connection, response + length, sizeof response - 1 - length);
    if (count <= 0) exit(1);
    response[length += (size_t)count] = 0;
    char *end = strstr(response, "\r\n\r\n");
    if (end) {
      char *header = strcasestr(response, "\r\ncontent-length:");
      size_t body = header && header < end ? strtoul(header + 17, NULL, 10) : 0;
      if (response + length >= end + 4 + body) return end + 4;
    }
  }
}

int main(int argc, char **argv) {
  const char *api = getenv("AWS_LAMBDA_RUNTIME_API");
  if (!api || !strchr(api, ':')) return 64;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(strchr(api, ':') + 1))};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int connection = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
  setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (connect(connection, (struct sockaddr *)&address, sizeof address)) return 1;

  char next[256], request[1024], result[512], id[64], name[256];
  snprintf(next, sizeof next, "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: %s\r\n\r\n", api);
  for (;;) {
    char *event = exchange(connection, next);
    char *header = strcasestr(response, "lambda-runtime-aws-request-id:");
    if (!header || sscanf(header + 30, " %63[^\r]", id) != 1) return 1;
    if (argc > 1) {
      int n = atoi(argv[1]);
      snprintf(result, sizeof result, "{\"statusCode\":200,\"body\":\"fibonacci(%d)=%d\"}", n, fibonacci(n));
    } else {
      char *field = strstr(event, "\"name\"");
      if (!field || sscanf(field + 6, " : \"%255[^\"]", name) != 1) return 1;
      snprintf(result, sizeof result, "{\"message\":\"Hello, %s\"}", name);
    }
    snprintf(request, sizeof request,
             "POST /2018-06-01/runtime/invocation/%s/response HTTP/1.1\r\nHost: %s\r\nContent-Length: %zu\r\n\r\n%s", id, api,
             strlen(result), result);
    exchange(connection, request);
  }
}
