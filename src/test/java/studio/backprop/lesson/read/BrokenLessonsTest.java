package studio.backprop.lesson.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.text.Texts;

/** Each fault of a lesson is told with its file, line and column, in both languages, and with a way on. */
class BrokenLessonsTest {
  private static final List<String> KNOWN = Curriculum.bundled().ids();

  private static List<BrokenLessons> faults() {
    return BrokenLessons.all();
  }

  private static Map<String, byte[]> files(String lesson) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : List.of(
        "en.md", "zh.md", "receipts.backprop", "conv.backprop", "edges.backprop", "linear.backprop", "marked.backprop")) {
      try (InputStream in = BrokenLessonsTest.class.getResourceAsStream("/lessons/" + lesson + "/" + name)) {
        if (in != null) {
          files.put(name, in.readAllBytes());
        }
      }
    }
    return files;
  }

  private static ReadLesson read(String lesson, Map<String, byte[]> files) {
    return ReadLesson.of(new LessonFolder(lesson, files, Optional.of(Path.of(lesson))), KNOWN);
  }

  private static List<String> said(List<LessonProblem> problems) {
    return problems.stream().map(problem -> problem.say(Texts.ENGLISH)).toList();
  }

  private static ReadLesson edited(String lesson, String from, String to) throws IOException {
    Map<String, byte[]> files = files(lesson);
    String text = new String(files.get("en.md"), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    files.put("en.md", text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    return read(lesson, files);
  }

  @Test
  void thereAreSixtyOfThem() {
    assertThat(faults()).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isToldWhereItIsWithTheWordAndTheWayOn(BrokenLessons fault) throws IOException {
    Map<String, byte[]> files = files(fault.lesson());
    String text = new String(files.get(fault.file()), StandardCharsets.UTF_8);
    for (int i = 0; i < fault.edits().size(); i += 2) {
      assertThat(text).contains(fault.edits().get(i));
      int at = text.indexOf(fault.edits().get(i));
      text = text.substring(0, at) + fault.edits().get(i + 1) + text.substring(at + fault.edits().get(i).length());
    }
    int place = text.indexOf(BrokenLessons.PLACE);
    String before = text.substring(0, place);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = place - before.lastIndexOf('\n');
    files.put(fault.file(), text.replace(BrokenLessons.PLACE, "").getBytes(StandardCharsets.UTF_8));
    ReadLesson read = read(fault.lesson(), files);
    List<LessonProblem> there = read.errors().stream().filter(problem -> problem.file().equals(fault.file()) && problem.line() == line
        && (problem.column() == column || problem.column() == 0)).toList();
    assertThat(said(there)).as("at %s:%d:%d, of %s", fault.file(), line, column, said(read.problems()))
        .anyMatch(sentence -> sentence.contains(fault.said()));
    assertThat(there).allMatch(problem -> !problem.say(Texts.CHINESE).equals(problem.say(Texts.ENGLISH)));
    assertThat(read.lessons()).as("it still reads").isNotEmpty();
  }

  @Test
  void aDamagedProjectIsSaid() throws IOException {
    Map<String, byte[]> files = files("learning-rate");
    files.put("receipts.backprop", "no project".getBytes(StandardCharsets.UTF_8));
    assertThat(said(read("learning-rate", files).errors()))
        .anyMatch(one -> one.startsWith("en.md:4:8: receipts.backprop cannot be opened: "));
  }

  @Test
  void aTextThatIsTooLongOrNotUtf8IsSaid() throws IOException {
    Map<String, byte[]> files = files("learning-rate");
    files.put("en.md", new byte[65_537]);
    assertThat(said(read("learning-rate", files).errors())).contains("en.md:1: The file has 65,537 bytes; 65,536 are allowed.");
    files.put("en.md", new byte[] {(byte) 0xC3, (byte) 0x28});
    assertThat(said(read("learning-rate", files).errors())).contains("en.md:1: The file is not UTF-8. Save it as UTF-8.");
  }

  @Test
  void aPictureIsBoundedInSizeAndHoldsNothingThatRuns() throws IOException {
    Map<String, String> wrong = Map.of(
        "<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>", "<script>",
        "<svg xmlns='http://www.w3.org/2000/svg'><image href='a.png'/></svg>", "<image>",
        "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject/></svg>", "<foreignObject>",
        "<svg xmlns='http://www.w3.org/2000/svg'><a href='https://example.org'/></svg>", "href=",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "onload=",
        "<svg xmlns='http://www.w3.org/2000/svg'><rect style='fill:url(https://example.org/a)'/></svg>", "style=",
        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg>&a;</svg>", "SVG",
        "<html/>", "neither a PNG nor an SVG");
    for (Map.Entry<String, String> one : wrong.entrySet()) {
      assertThat(said(withPicture("rates.svg", one.getKey().getBytes(StandardCharsets.UTF_8)).errors())).as(one.getKey())
          .hasSize(1).allMatch(sentence -> sentence.contains("rates.svg") && sentence.contains(one.getValue()));
    }
    byte[] large = new byte[3_250_000];
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, 0, large, 0, 4);
    assertThat(said(withPicture("rates.png", large).errors())).hasSize(1)
        .allMatch(one -> one.endsWith("rates.png is 3.1 MB; 1 MB is allowed. Make it smaller."));
    String good = "<svg xmlns='http://www.w3.org/2000/svg'><defs><path id='a' d='M0 0'/></defs><use href='#a' fill='url(#b)'/></svg>";
    assertThat(withPicture("rates.svg", good.getBytes(StandardCharsets.UTF_8)).problems()).isEmpty();
  }

  private static ReadLesson withPicture(String name, byte[] content) throws IOException {
    Map<String, byte[]> files = files("learning-rate");
    String text = new String(files.get("en.md"), StandardCharsets.UTF_8).replace("## Four at once",
            "![rates](" + name + ")\n\n## Four at once");
    files.put("en.md", text.getBytes(StandardCharsets.UTF_8));
    files.put(name, content);
    return read("learning-rate", files);
  }

  @Test
  void whatIsNoErrorIsARemark() throws IOException {
    assertThat(said(edited("learning-rate", "needs: first-neuron", "needs: unheard").problems()))
        .contains("en.md:6: This lesson needs unheard, which is not among the known lessons.");
    ReadLesson older = edited("learning-rate", "revision: 3", "revision: 4");
    assertThat(older.errors()).isEmpty();
    assertThat(said(older.problems()))
        .containsExactly("zh.md:1: Revision 3, but en.md has 4: the older one is shown with \"an older version\".");
    assertThat(older.notice("zh")).isPresent();
    assertThat(older.notice("en")).isEmpty();
    Map<String, byte[]> files = files("learning-rate");
    files.remove("zh.md");
    ReadLesson one = read("learning-rate", files);
    assertThat(said(one.problems())).containsExactly("en.md:1: This lesson is not translated into Chinese. It is shown in English.");
    assertThat(one.lesson("zh")).isEqualTo(one.lesson("en")).isPresent();
    assertThat(one.notice("zh").orElseThrow()).hasToString("This lesson is not translated into Chinese. It is shown in English.");
    files.put("rates.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 1});
    files.put("en.md", new String(files.get("en.md"), StandardCharsets.UTF_8).replace("## Four", "![](rates.png)\n## Four")
        .getBytes(StandardCharsets.UTF_8));
    assertThat(said(read("learning-rate", files).problems())).anyMatch(sentence -> sentence.contains("rates.png has no words"));
    assertThat(read("learning-rate", files).errors()).isEmpty();
  }

  @Test
  void aPlaceInALineThatGoesOnIsTheRealOne() throws IOException {
    ReadLesson read = edited("learning-rate", "check: train.loss < 0.001 by step 45", "check: train.loss < 0.001\n  by\n  step many");
    assertThat(said(read.errors())).anyMatch(sentence -> sentence.matches("en\\.md:\\d+:3: \"by\" needs epoch or step and a number.*"));
  }

  @Test
  void tabsCountAsASpaceAndNeverGoOnWithALine() throws IOException {
    ReadLesson read = edited("learning-rate", "hint: Try 0.005.", "hint:\tTry\n\t\t0.005.");
    assertThat(said(read.errors())).hasSize(1).allMatch(sentence -> sentence.contains("This line of task has no colon"));
    assertThat(edited("learning-rate", "hint: Try 0.005.", "hint: Try\n  0.005.").problems()).isEmpty();
  }

  @Test
  void lineEndsOfAnySystemAndAByteOrderMarkAreRead() throws IOException {
    Map<String, byte[]> files = files("learning-rate");
    for (String end : List.of("\r\n", "\r")) {
      String text = "\uFEFF" + new String(files("learning-rate").get("en.md"), StandardCharsets.UTF_8).replace("\n", end);
      files.put("en.md", text.getBytes(StandardCharsets.UTF_8));
      assertThat(said(read("learning-rate", files).problems())).isEmpty();
    }
  }
}
