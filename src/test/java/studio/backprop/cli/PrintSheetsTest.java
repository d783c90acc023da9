package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.cli.Ran.backprop;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worksheets from the command line. */
class PrintSheetsTest {
  @TempDir private Path folder;

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void variantsAndKeysAreDocumentsOfTheirOwn() throws Exception {
    Ran ran = backprop("worksheet", "confusion", "--variant", "17", "--count", "3", "--language", "zh", "--paper", "letter",
        "--key", "--out", folder.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(files()).containsExactly("confusion-zh-letter-0017-0019-key.html", "confusion-zh-letter-0017-0019-key.pdf",
        "confusion-zh-letter-0017-0019.html", "confusion-zh-letter-0017-0019.pdf");
    assertThat(ran.out().lines()).hasSize(4).allMatch(line -> Files.exists(Path.of(line)));
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("confusion-zh-letter-0017-0019.pdf").toFile())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(3);
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(612);
    }
    assertThat(folder.resolve("confusion-zh-letter-0017-0019.html")).content(StandardCharsets.UTF_8).contains("CM-0017-").contains("姓名");
  }

  @Test
  void aCodeBringsItsKeyBack() throws Exception {
    backprop("worksheet", "rate-steps", "--variants", "1", "--variant", "20230417", "--key", "--out", folder.toString());
    String key = Files.readString(folder.resolve("rate-steps-en-20230417-key.html"));
    String code = key.replaceAll("(?s).*class=\"code\">([^<]+)<.*", "$1");
    Path again = folder.resolve("again");
    Ran ran = backprop("worksheet", code, "--key", "--out", again.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(again.resolve("rate-steps-en-20230417-key.html")).content(StandardCharsets.UTF_8).isEqualTo(key);
  }

  @Test
  void aSeedChoosesVariants() throws Exception {
    Ran ran = backprop("worksheet", "backward-step", "--with-dead", "--count", "2", "--seed", "5", "--out", folder.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(files()).hasSize(2).allMatch(name -> name.matches("backward-step-dead-en-\\d{4}-\\d{4}-seed-5\\.(html|pdf)"));
  }

  @Test
  void whatCannotBePrintedIsASentence() {
    String out = folder.toString();
    assertThat(backprop("worksheet", "softmax", "--out", out).err())
        .startsWith("There is no worksheet “softmax”; there are: forward-2-2-1, ");
    assertThat(backprop("worksheet", "BS-0017-7", "--out", out).err()).startsWith("“BS-0017-7” is not the code of a worksheet");
    assertThat(backprop("worksheet", "confusion", "--with-dead", "--out", out).err()).contains("leave out --with-dead");
    assertThat(backprop("worksheet", "confusion", "--count", "0", "--out", out).err()).contains("from 1 to 1,000, but was 0");
    assertThat(backprop("worksheet", "confusion", "--variant", "-3", "--out", out, "--lang", "zh").err()).contains("必须在 0 到");
    assertThat(backprop("worksheet", "--out", out).err()).startsWith("backprop worksheet needs KIND");
  }
}
