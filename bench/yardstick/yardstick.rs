//! The same as yardstick.c, for fibonacci(N) only:  rustc -C opt-level=3 -o yardstick-rust yardstick.rs
use std::env;
use std::io::{Read, Write};
use std::net::TcpStream;

fn fibonacci(n: i32) -> i32 {
    if n < 2 { n } else { fibonacci(n - 1) + fibonacci(n - 2) }
}

/// Sends a request, and reads until the response is whole; returns its head.
fn exchange(connection: &mut TcpStream, request: &str) -> String {
    connection.write_all(request.as_bytes()).unwrap();
    let mut response = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let count = connection.read(&mut buffer).unwrap();
        assert!(count > 0, "the connection was closed");
        response.extend_from_slice(&buffer[..count]);
        let text = String::from_utf8_lossy(&response).to_ascii_lowercase();
        if let Some(end) = text.find("\r\n\r\n") {
            if text.len() >= end + 4 + value(&text[..end], "content-length").parse::<usize>().unwrap_or(0) {
                return text[..end].to_string();
            }
        }
    }
}

fn value<'a>(head: &'a str, name: &str) -> &'a str {
    head.lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(key, _)| *key == name)
        .map_or("", |(_, value)| value.trim())
}

fn main() {
    let n: i32 = env::args().nth(1).expect("expected N").parse().expect("expected a number");
    let api = env::var("AWS_LAMBDA_RUNTIME_API").expect("AWS_LAMBDA_RUNTIME_API is not set");
    let mut connection = TcpStream::connect(&api).unwrap();
    connection.set_nodelay(true).unwrap();
    let next = format!("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: {api}\r\n\r\n");
    loop {
        let head = exchange(&mut connection, &next);
        let id = value(&head, "lambda-runtime-aws-request-id");
        let result = format!("{{\"statusCode\":200,\"body\":\"fibonacci({n})={}\"}}", fibonacci(n));
        let request = format!(
            "POST /2018-06-01/runtime/invocation/{id}/response HTTP/1.1\r\nHost: {api}\r\nContent-Length: {}\r\n\r\n{result}",
            result.len()
        );
        exchange(&mut connection, &request);
    }
}
