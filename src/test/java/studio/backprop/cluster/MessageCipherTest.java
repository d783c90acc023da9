package studio.backprop.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageCipherTest {
  private static final byte[] MESSAGE = "trial 17".getBytes(StandardCharsets.UTF_8);
  private final MessageCipher seal = new MessageCipher("correct-horse-battery");

  @Test
  void whoeverSharesTheSecretReadsTheMessage() {
    assertThat(new MessageCipher("correct-horse-battery").open(seal.close(MESSAGE))).contains(MESSAGE);
  }

  @Test
  void nobodyElseDoes() {
    assertThat(new MessageCipher("correct-horse-batterx").open(seal.close(MESSAGE))).isEmpty();
  }

  @Test
  void oneChangedBitIsNoticed() {
    byte[] sealed = seal.close(MESSAGE);
    for (int at = 0; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThat(seal.open(changed)).as("byte %d", at).isEmpty();
    }
    assertThat(seal.open(new byte[3])).isEmpty();
  }

  @Test
  void theSameMessageNeverLooksTheSame() {
    assertThat(seal.close(MESSAGE)).isNotEqualTo(seal.close(MESSAGE));
  }

  @Test
  void aLetterComesOutAsItWentIn() {
    ClusterMessage letter = ClusterMessage.unpack(new ClusterMessage(ClusterMessage.Kind.TASK, -3, Long.MAX_VALUE, MESSAGE).pack());
    assertThat(letter.kind()).isEqualTo(ClusterMessage.Kind.TASK);
    assertThat(letter.job()).isEqualTo(-3);
    assertThat(letter.number()).isEqualTo(Long.MAX_VALUE);
    assertThat(letter.bytes()).isEqualTo(MESSAGE);
    assertThatThrownBy(() -> ClusterMessage.unpack(new byte[] {99, 0})).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aShortSecretIsRefused() {
    assertThatThrownBy(() -> new ClusterSettings(new InetSocketAddress(1), List.of(), "short")).hasMessageContaining("12 characters");
  }
}
