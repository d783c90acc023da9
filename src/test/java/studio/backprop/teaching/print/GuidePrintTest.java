package studio.backprop.teaching.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.Directive;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.lesson.read.ClassPlans;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Texts;
import studio.backprop.worksheet.print.SheetPaper;
import studio.backprop.worksheet.print.WorksheetPdf;

/** The guide to each lesson on paper, in both languages. */
class GuidePrintTest {
  private static final int MOST_PAGES = 6;
  /** Of 180 mm, in points. */
  private static final double FRAME = 180 / 25.4 * 72;
  /** With what stands around it. */
  private static final Pattern UNSAID = Pattern.compile(".{0,30}([{}]|lesson\\.words|guide\\.).{0,30}");

  static Stream<String> ids() {
    return Curriculum.bundled().ids().stream();
  }

  private static GuideLesson guide(String id, Texts texts) {
    LessonFolder folder = LessonFolder.bundled(id);
    Lesson lesson = ReadLesson.of(folder, List.of()).lesson(texts.locale().getLanguage()).orElseThrow();
    return GuideLesson.of(folder, lesson, KernelChoice.create(1), texts);
  }

  private static Document parsed(String xhtml) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(
        new ByteArrayInputStream(xhtml.getBytes(StandardCharsets.UTF_8)));
  }

  /** Reads the text of pages, and how far it reaches to the right. */
  private static final class Reading extends PDFTextStripper {
    private double right;

    @Override
    protected void processTextPosition(TextPosition sign) {
      right = Math.max(right, sign.getUnicode().isBlank() ? 0 : sign.getX() + sign.getWidth());
      super.processTextPosition(sign);
    }
  }

  /** The heads of steps as they are printed. */
  private static List<String> heads(GuideLesson guide, Texts texts) {
    List<Integer> minutes = guide.lesson().note().orElseThrow().minutes();
    return IntStream.range(0, guide.lesson().steps().size()).mapToObj(i -> together((i + 1) + guide.lesson().steps().get(i).heading()
        + texts.say("guide.minutes", minutes.get(i)))).toList();
  }

  private static String together(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String printed(String xhtml, int mostPages) throws Exception {
    return printed(xhtml, mostPages, List.of());
  }

  /**
   * Looks at that there are no more than so many pages, that none ends with the head of a step, and that no text is cut at the right.
   *
   * @return the texts of its pages, joined
   */
  private static String printed(String xhtml, int mostPages, List<String> heads) throws Exception {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    WorksheetPdf.write(xhtml, pdf);
    StringBuilder all = new StringBuilder();
    try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isBetween(1, mostPages);
      for (int page = 1; page <= pages; page++) {
        Reading reading = new Reading();
        reading.setStartPage(page);
        reading.setEndPage(page);
        String said = together(reading.getText(document));
        String foot = together(document.getDocumentInformation().getTitle() + page + "/" + pages);
        assertThat(said).as("the foot is drawn first").startsWith(foot);
        assertThat(heads).noneMatch(said::endsWith);
        double paper = document.getPage(page - 1).getMediaBox().getWidth();
        assertThat(reading.right).as("page " + page).isLessThanOrEqualTo((paper + FRAME) / 2 + 1);
        all.append(said);
      }
    }
    return all.toString();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void theGuideSaysAllOfALessonWithMeasuredNumbers(String id) throws Exception {
    for (Texts texts : Texts.all()) {
      GuideLesson guide = guide(id, texts);
      String html = new GuideHtml(texts, FormulaPictures.NONE).lesson(guide, SheetPaper.A4);
      String said = parsed(html).getElementsByTagName("body").item(0).getTextContent();
      assertThat(UNSAID.matcher(said).results().map(MatchResult::group)).as("each number is measured, each thing has a name").isEmpty();
      assertThat(said).contains(guide.lesson().title(), guide.lesson().believes());
      String paper = printed(html, MOST_PAGES, heads(guide, texts));
      assertThat(paper.split("#", -1)).as("each sign has a glyph").hasSize(1);
      for (LessonStep step : guide.lesson().steps()) {
        assertThat(paper).contains(step.heading().replaceAll("\\s+", ""));
        if (step.asking().orElse(null) instanceof Directive.Explain explain) {
          assertThat(html.split("class=\"choice right\"", -1).length).isGreaterThan(1);
          explain.choices().stream().filter(choice -> !choice.reply().matches(".*[*`{$&<>\"].*")).forEach(
              choice -> assertThat(said).contains(choice.reply()));
        }
        if (step.asking().orElse(null) instanceof Directive.Task) {
          assertThat(said).contains(texts.say("guide.goal"), texts.say("guide.solution"));
        }
      }
      assertThat(guide.lesson().note().orElseThrow().minutes()).as("minutes of each step").hasSameSizeAs(guide.lesson().steps());
    }
  }

  @Test
  void aToleranceInPercentIsWhatTheLessonSays() throws Exception {
    for (Texts texts : Texts.all()) {
      String said = parsed(new GuideHtml(texts, FormulaPictures.NONE).lesson(guide("memory", texts), SheetPaper.A4)).getDocumentElement()
          .getTextContent();
      assertThat(said).contains(texts.say("guide.number", "", texts.say("guide.percent", "10")));
    }
  }

  @Test
  void whatIsExpectedOfSingleWeightsIsNotPrinted() throws Exception {
    for (Texts texts : Texts.all()) {
      String pool = new GuideHtml(texts, FormulaPictures.NONE).lesson(guide("pool-route", texts), SheetPaper.A4);
      assertThat(pool).contains(texts.say("guide.goal")).doesNotContain(texts.say("guide.expect"));
      String xor = new GuideHtml(texts, FormulaPictures.NONE).lesson(guide("xor", texts), SheetPaper.A4);
      assertThat(xor).contains(texts.say("guide.expect"));
    }
  }

  @Test
  void letterHasTheSamePagesAsA4() throws Exception {
    GuideLesson guide = guide("first-neuron", Texts.CHINESE);
    GuideHtml html = new GuideHtml(Texts.CHINESE, FormulaPictures.NONE);
    assertThat(printed(html.lesson(guide, SheetPaper.LETTER), 3)).isEqualTo(printed(html.lesson(guide, SheetPaper.A4), 3));
  }

  @Test
  void aPlanIsPrintedWithItsTimesAndWhatStandsIn() throws Exception {
    ClassPlan plan = ClassPlans.read("# p | Our hour | 我们的一节课\n> Bring cards. | 带上卡片。\n5 | Talk | 讨论\n"
        + "8 no-such-lesson or first-neuron | In pairs | 两人一组\n## Tuesday | 星期二\n6 bias\n").plans().get(0);
    List<GuideLesson> lessons = List.of(guide("first-neuron", Texts.ENGLISH), guide("bias", Texts.ENGLISH));
    String said = printed(new GuideHtml(Texts.ENGLISH, FormulaPictures.NONE).plan(plan, lessons, SheetPaper.A4), 8);
    assertThat(said).contains("Ourhour", "Bringcards.", "0–5Talk", "5–13Oneneuronlearnsaline(standsinforno-such-lesson)Inpairs", "Tuesday",
        "0–6Whatthebiasisfor");
  }

  @Test
  void htmlOfALessonIsTextAndNothingLeadsOut() throws Exception {
    GuideMarkdown markdown = new GuideMarkdown(name -> name.equals("a.png") ? Optional.of(new byte[] {1, 2}) : Optional.empty(),
        latex -> latex.equals("w_1") ? Optional.of(new FormulaPictures.Drawn(new byte[] {3}, 2, 1, 0.25)) : Optional.empty());
    Map.of("a <b>x</b> <script>", "<p>a &lt;b&gt;x&lt;/b&gt; &lt;script&gt;</p>",
        "[here](http://x.org)", "<p>here (http://x.org)</p>",
        "![words](../b.png)", "<p>[words]</p>",
        "![words](a.png)", "<p><img alt=\"\" style=\"max-width:120mm\" src=\"data:image/png;base64,AQI=\"/></p>",
        "$w_1$ costs $5", "<p><img alt=\"\" style=\"width:2.000em;height:1.000em;vertical-align:-0.250em\" "
            + "src=\"data:image/png;base64,Aw==\"/> costs $5</p>",
        "$\\bad$", "<p>\\bad</p>",
        "中文\n换行", "<p>中文换行</p>",
        "**先说：**后做，**“引号”**里", "<p><strong>先说</strong>：后做，<strong>“引号</strong>”里</p>",
        "new\nline", "<p>new\nline</p>").forEach((written, printed) -> assertThat(markdown.blocks(written).strip()).isEqualTo(printed));
    assertThat(markdown.thoughts("First **of** all.\nIt goes on. **Measured**, with five: 1.\n**Why?** So.")).isEqualToIgnoringNewLines(
        "<p>First <strong>of</strong> all.\nIt goes on.</p><p><strong>Measured</strong>, with five: 1.</p>"
            + "<p><strong>Why?</strong> So.</p>");
    assertThat(markdown.thoughts("谷底**就是**它。**先说：**后做。**再说**")).isEqualToIgnoringNewLines(
        "<p>谷底<strong>就是</strong>它。</p><p><strong>先说</strong>：后做。</p><p><strong>再说</strong></p>");
    assertThat(markdown.line("one *thing*")).isEqualTo("one <em>thing</em>");
    assertThat(markdown.line("one\n\ntwo")).contains("<p>two</p>");
  }
}
