package dev.cordon.ecs.http;

/// What goes back: a status and a body, in UTF-8.
public record HttpReply(int status, String contentType, String body) {}
