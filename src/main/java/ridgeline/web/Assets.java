package ridgeline.web;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The pages and their parts, read from the class path once and kept in memory with a strong ETag and a compressed twin. A request
 * is a look-up in this map, so there is no path to climb out of. Immutable.
 */
final class Assets implements Handler<RoutingContext> {
    private static final Pattern WEBJAR = Pattern.compile("\"(/webjars/[^\"]+)\"");
    private static final String API = "/api/v1/openapi.yaml";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "yaml", "application/yaml",
            "webmanifest", "application/manifest+json");

    private final Map<String, Asset> byPath = new HashMap<>();

    /** @param packed the gzip form, null where it saves nothing */
    private record Asset(
            String type, String tag, Buffer plain, @Nullable Buffer packed, boolean forEver) {}

    Assets() {
        try {
            addFolder("/web", "/web/index.html", "");
            addFolder("/config", "/config/sensors.schema.json", "/schemas");
            byPath.keySet().removeIf(path -> path.startsWith("/schemas") && !path.endsWith(".schema.json"));
            byPath.put(API, asset(API, resource("/ridgeline/web/openapi.yaml", API), false));
            for (Asset page : List.copyOf(byPath.values())) if (page.type().startsWith("text/html")) addWebJarsOf(page);
            byPath.put("/", byPath.get("/index.html"));
        } catch (IOException | URISyntaxException failure) {
            throw new IllegalStateException("the program's pages cannot be read", failure);
        }
    }

    private void addFolder(String folder, String witness, String prefix) throws IOException, URISyntaxException {
        var found = Assets.class.getResource(witness);
        if (found == null) throw new IllegalStateException("the program lacks " + witness);
        URI uri = found.toURI();
        if (uri.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                addFiles(jar.getPath(folder), prefix);
            }
        } else {
            Path parent = Path.of(uri).getParent();
            if (parent != null) addFiles(parent, prefix);
        }
    }

    private void addFiles(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = prefix + "/" + folder.relativize(file).toString().replace('\\', '/');
                byPath.put(path, asset(path, Files.readAllBytes(file), false));
            }
        }
    }

    private void addWebJarsOf(Asset page) throws IOException {
        Matcher reference = WEBJAR.matcher(page.plain().toString(StandardCharsets.UTF_8));
        while (reference.find()) {
            String path = reference.group(1);
            byPath.put(path, asset(path, resource("/META-INF/resources" + path, path), true));
        }
    }

    private static byte[] resource(String name, String path) throws IOException {
        try (InputStream stream = Assets.class.getResourceAsStream(name)) {
            if (stream == null) throw new IllegalStateException("nothing brings " + path);
            return stream.readAllBytes();
        }
    }

    private static Asset asset(String path, byte[] bytes, boolean forEver) throws IOException {
        String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
        byte[] packed = gzip(bytes);
        return new Asset(
                type,
                tag(bytes),
                Buffer.buffer(bytes),
                packed.length < bytes.length * 9 / 10 ? Buffer.buffer(packed) : null,
                forEver);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void handle(RoutingContext context) {
        Asset asset = byPath.get(context.request().path());
        if (asset == null) {
            context.next();
            return;
        }
        if (!HttpMethod.GET.equals(context.request().method())) {
            context.fail(405);
            return;
        }
        HttpServerRequest request = context.request();
        String accepted = request.getHeader("Accept-Encoding");
        Buffer packed = accepted != null && accepted.contains("gzip") ? asset.packed() : null;
        String tag = "\"" + asset.tag() + (packed == null ? "" : "-gz") + "\"";
        HttpServerResponse response = request.response()
                .putHeader("ETag", tag)
                .putHeader("Vary", "Accept-Encoding")
                .putHeader("Cache-Control", asset.forEver() ? "public, max-age=31536000, immutable" : "no-cache");
        String known = request.getHeader("If-None-Match");
        if (known != null && (known.contains(tag) || known.strip().equals("*"))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", asset.type())
                .putHeader("Content-Encoding", packed == null ? "identity" : "gzip")
                .end(packed == null ? asset.plain() : packed);
    }
}
