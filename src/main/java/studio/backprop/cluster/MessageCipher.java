package studio.backprop.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Authenticated encryption with a shared secret: AES-GCM (NIST SP 800-38D), 128-bit key by PBKDF2 (RFC 8018). The salt is constant, as all
 * members must derive the same key without communication.
 */
final class MessageCipher {
  private static final int ITERATIONS = 210_000;
  private static final int KEY_BITS = 128;
  private static final int TAG_BITS = 128;
  private static final int NONCE = 12;

  private final SecureRandom random = new SecureRandom();
  private final SecretKey messages;
  private final SecretKey transport;

  MessageCipher(String secret) {
    this.messages = key(secret, "messages");
    this.transport = key(secret, "transport");
  }

  private static SecretKey key(String secret, String use) {
    try {
      PBEKeySpec spec = new PBEKeySpec(
          secret.toCharArray(), ("backprop-studio/" + use).getBytes(StandardCharsets.UTF_8), ITERATIONS, KEY_BITS);
      return new SecretKeySpec(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded(), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2", e);
    }
  }

  /** Key of the transport's encryption; different from that of messages. */
  SecretKey transportKey() {
    return transport;
  }

  /** @return nonce, ciphertext, tag */
  byte[] close(byte[] message) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(message);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /** Empty if authentication fails. */
  Optional<byte[]> open(byte[] sealed) {
    if (sealed.length < NONCE) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed, NONCE, sealed.length - NONCE));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, messages, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
