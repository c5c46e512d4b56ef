package ridgeline.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes a TLS socket factory from PEM files; keys are PKCS #8 ({@code BEGIN PRIVATE KEY}, RFC 7468 section 10). */
final class TlsContext {
    private static final char[] IN_MEMORY = "unused".toCharArray();

    private TlsContext() {}

    static SSLSocketFactory socketFactory(FeedSettings.Tls files) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys(files), trust(files.ca()), null);
        return context.getSocketFactory();
    }

    private static KeyManager @Nullable [] keys(FeedSettings.Tls files) throws GeneralSecurityException, IOException {
        if (files.certificate() == null || files.key() == null) return null;
        KeyStore store = emptyStore();
        Certificate[] chain = certificates(files.certificate()).toArray(Certificate[]::new);
        store.setKeyEntry("kiosk", privateKey(files.key()), IN_MEMORY, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, IN_MEMORY);
        return factory.getKeyManagers();
    }

    private static TrustManager @Nullable [] trust(@Nullable Path ca) throws GeneralSecurityException, IOException {
        if (ca == null) return null;
        KeyStore store = emptyStore();
        int number = 0;
        for (Certificate certificate : certificates(ca)) store.setCertificateEntry("ca" + number++, certificate);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws GeneralSecurityException, IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem);
        }
    }

    private static PrivateKey privateKey(Path file) throws GeneralSecurityException, IOException {
        String pem = Files.readString(file);
        String begin = "-----BEGIN PRIVATE KEY-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf("-----END PRIVATE KEY-----");
        if (from < 0 || to < from) throw new InvalidKeySpecException(file + " holds no PKCS #8 private key");
        byte[] der = Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (InvalidKeySpecException ofAnotherAlgorithm) {
                // the next one may fit
            }
        }
        throw new InvalidKeySpecException(file + " holds a key that is neither RSA, EC nor EdDSA");
    }
}
