package gateway.twilio;

import gateway.database.Waiting;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * A request of which it is known that one of our accounts signed it for our address. The checks stand in the order of
 * their price: size, type, decoding, repeated fields, signature and account.
 */
record SignedForm(UUID account, WebhookFields form, String signature) {

    static final int LONGEST_BODY = 64 * 1024;
    private static final Duration BODY_PATIENCE = Duration.ofSeconds(2);
    private static final Pattern FORM = Pattern.compile(
            "application/x-www-form-urlencoded(\\s*;\\s*charset=\"?utf-8\"?)?\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * Reads and checks a request, waiting for its body.
     *
     * @throws HttpException with the status to answer when it is refused
     */
    static SignedForm read(HttpServerRequest request, Map<UUID, TwilioAccount> accounts, SignatureCheck check) {
        var body = body(request);
        requireForm(request);
        var form = WebhookFields.read(body.getBytes());
        var signatures = request.headers().getAll("X-Twilio-Signature");
        if (signatures.size() != 1) {
            throw new HttpException(403, signatures.isEmpty() ? "not signed" : "signed twice");
        }
        var account = accounts.entrySet().stream()
                .filter(one -> one.getValue().sid().equals(form.value("AccountSid"))).findFirst()
                .orElseThrow(() -> new HttpException(403, "not our account"));
        if (!check.isSigned(account.getValue(), request.uri(), form.signed(), signatures.getFirst())) {
            throw new HttpException(403, "wrong signature");
        }
        return new SignedForm(account.getKey(), form, signatures.getFirst());
    }

    private static Buffer body(HttpServerRequest request) {
        var promised = request.getHeader("Content-Length");
        if (promised != null && isTooLong(promised)) {
            throw new HttpException(413, "too long");
        }
        var whole = Promise.<Buffer>promise();
        var body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > LONGEST_BODY) {
                whole.tryFail(new HttpException(413, "too long"));
            } else {
                body.appendBuffer(part);
            }
        });
        request.exceptionHandler(_ -> whole.tryFail(new HttpException(400, "cut off")));
        request.endHandler(_ -> whole.tryComplete(body));
        try {
            return Waiting.atMost(BODY_PATIENCE, whole.future());
        } catch (TimeoutException tooSlow) {
            throw new HttpException(408, "too slow");
        }
    }

    private static boolean isTooLong(String promised) {
        return promised.length() > 9 || Long.parseLong(promised) > LONGEST_BODY;
    }

    private static void requireForm(HttpServerRequest request) {
        var types = request.headers().getAll("Content-Type");
        var encodings = request.headers().getAll("Content-Encoding");
        if (types.size() != 1 || !FORM.matcher(types.getFirst()).matches() || !isPlain(encodings)) {
            throw new HttpException(415, "not a form");
        }
    }

    private static boolean isPlain(List<String> encodings) {
        return encodings.stream().allMatch(encoding -> encoding.toLowerCase(Locale.ROOT).strip().equals("identity"));
    }

    @Override
    public String toString() {
        return "SignedForm[account=" + account + ", " + form + "]";
    }
}
