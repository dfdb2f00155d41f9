package dev.whippet.internal;

import dev.whippet.Handler;

/// A lambda with the types it lacks.
///
/// @param <I> the event's type
/// @param <O> the result's type
/// @param input the event's class
/// @param output the result's class
/// @param handler the lambda
public record TypedLambda<I, O>(
    Class<I> input, Class<O> output, Handler<? super I, ? extends O> handler) {}
