package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class IdxFileTest {
  private static byte[] gzip(int... bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      for (int value : bytes) {
        gzip.write(value);
      }
    }
    return out.toByteArray();
  }

  private static IdxFile read(byte[] file, int axes) throws DataProblem, IOException {
    return IdxFile.read("digits.gz", new ByteArrayInputStream(file), axes);
  }

  @Test
  void sizesAreBigEndianAndBytesUnsigned() throws DataProblem, IOException {
    IdxFile idx = read(gzip(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 7, 255), 2);
    assertThat(idx.sizes()).containsExactly(2, 1);
    assertThat(idx.unsigned(1)).isEqualTo(255);
  }

  @Test
  void anotherTypeOrNumberOfAxesIsNoSuchFile() {
    assertThatThrownBy(() -> read(gzip(0, 0, 0x0D, 1, 0, 0, 0, 1, 7), 1)).hasMessageContaining("“digits.gz” is not an IDX file");
    assertThatThrownBy(() -> read(gzip(0, 0, 8, 1, 0, 0, 0, 1, 7), 3)).hasMessageContaining("3 axes");
    assertThatThrownBy(() -> read(gzip(0), 1)).hasMessageContaining("not an IDX file");
  }

  @Test
  void sizesThatWouldFillTheMemoryAreRefusedBeforeReading() {
    assertThatThrownBy(() -> read(gzip(0, 0, 8, 2, 127, 255, 255, 255, 127, 255, 255, 255, 1), 2)).hasMessageContaining("impossible sizes");
    assertThatThrownBy(() -> read(gzip(0, 0, 8, 1, 255, 255, 255, 255), 1)).hasMessageContaining("impossible sizes");
    assertThatThrownBy(() -> read(gzip(0, 0, 8, 1, 0, 0), 1)).hasMessageContaining("impossible sizes");
  }

  @Test
  void missingAndSurplusBytesAreNoticed() {
    assertThatThrownBy(() -> read(gzip(0, 0, 8, 1, 0, 0, 0, 3, 1, 2), 1)).hasMessageContaining("should contain 3 bytes");
    assertThatThrownBy(() -> read(gzip(0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3, 4), 1)).hasMessageContaining("should contain 3 bytes");
  }

  @Test
  void aBrokenGzipIsOneSentence() throws IOException {
    byte[] whole = gzip(0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3);
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 9), 1)).hasMessageContaining("not a complete gzip");
    assertThatThrownBy(() -> read(new byte[] {1, 2, 3}, 1)).hasMessageContaining("not a complete gzip");
  }

  @Test
  void labelsMustBeAsManyAsImagesAndBelowTheNumberOfClasses() throws DataProblem, IOException {
    IdxFile labels = read(gzip(0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 10), 1);
    assertThatThrownBy(() -> labels.requireLabels("labels.gz", 4, 10)).hasMessageContaining("3 labels for 4 images");
    assertThatThrownBy(() -> labels.requireLabels("labels.gz", 3, 10)).hasMessageContaining("number 3 is 10");
  }
}
