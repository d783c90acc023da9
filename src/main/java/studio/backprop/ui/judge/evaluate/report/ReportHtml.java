package studio.backprop.ui.judge.evaluate.report;

import static studio.backprop.worksheet.print.Xhtml.cell;
import static studio.backprop.worksheet.print.Xhtml.element;
import static studio.backprop.worksheet.print.Xhtml.row;
import static studio.backprop.worksheet.print.Xhtml.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.data.Part;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.MetricEstimate;
import studio.backprop.evaluate.MulticlassEvaluation;
import studio.backprop.evaluate.RegressionEvaluation;
import studio.backprop.evaluate.TargetKind;
import studio.backprop.evaluate.metric.ClassReport;
import studio.backprop.project.DecisionThreshold;
import studio.backprop.store.Sample;
import studio.backprop.text.Texts;
import studio.backprop.ui.judge.evaluate.word.MetricsTexts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.DataTexts;
import studio.backprop.worksheet.print.FontSubset;
import studio.backprop.worksheet.print.SheetPaper;

/** Report as a single XHTML document with embedded fonts and without scripts, for browsers and for printing. */
public final class ReportHtml {
  /** Maximum number of classes of a matrix that fits on paper. */
  private static final int MOST_CELLS = 16;
  private static final int MOST_CLASSES = 60;
  private static final String STYLES = styles();

  private final MetricsReport report;
  private final Lang lang;
  private final MetricsTexts words;
  private final DataTexts names;

  public ReportHtml(MetricsReport report, Texts texts) {
    this.report = report;
    this.lang = new Lang(texts);
    this.words = new MetricsTexts(lang);
    this.names = new DataTexts(lang);
  }

  private static String styles() {
    try (InputStream in = ReportHtml.class.getResourceAsStream("/css/report-print.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For browsers: embeds the fonts of the glyphs that occur. */
  public String page(SheetPaper paper) throws IOException {
    String body = body();
    return document(paper, FontSubset.css(body + title()), body);
  }

  /** For the PDF, which embeds fonts itself. */
  public String print(SheetPaper paper) {
    return document(paper, "", body());
  }

  private String document(SheetPaper paper, String fonts, String body) {
    String language = lang.texts().locale().toLanguageTag();
    String title = text(title());
    return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + language + "\" xml:lang=\"" + language + "\">\n<head>"
        + "<meta charset=\"utf-8\"/><title>" + title + "</title><meta name=\"description\" content=\"" + title.replace("\"", "&quot;")
        + "\"/><style>\n" + fonts + paper.css() + STYLES + "</style></head>\n<body>\n" + body + "\n</body></html>\n";
  }

  private String title() {
    String name = report.name();
    return lang.say("report.title", name.isEmpty() ? lang.say("top.untitled")
        : Sample.find(name).map(sample -> lang.say(sample.title())).orElse(name));
  }

  private String body() {
    return Stream.of(element("h1", "", text(title())), element("p", "lead", text(lead())), figures(), matrix(), classes(),
        section("report.curves", element("div", "plots", new ReportPlots(report, lang).html())), slices(),
        new ReportFacts(report, lang).html()).collect(Collectors.joining("\n"));
  }

  private String lead() {
    String part = lang.say("report.part." + report.part().name().toLowerCase(Locale.ROOT), report.judgement().total(),
        lang.say(MetricsTexts.targets(report.judgement().kind())));
    String date = report.date().format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(lang.texts().locale()));
    return report.part() == Part.TEST ? lang.say("report.lead_test", part, report.step(), date, report.testViews())
        : lang.say("report.lead", part, report.step(), date);
  }

  private String section(String key, String content) {
    return content.isEmpty() ? "" : element("div", "section", element("h2", "", text(lang.say(key))) + content);
  }

  // --- figures

  private String figures() {
    String rows = report.figures().stream().map(this::figure).collect(Collectors.joining());
    String head = row(head("report.metric") + number("report.value") + number("report.interval") + head("report.definition"));
    return section("report.figures", element("table", "grid", head + rows) + element("p", "small", text(lang.say(
        report.data().dataset().answers() > 1 ? "metrics.note.several" : "metrics.note", report.step()))) + threshold());
  }

  private String head(String key) {
    return element("th", "", text(lang.say(key)));
  }

  /** Header of a numeric column. */
  private String number(String key) {
    return element("th", "number", text(lang.say(key)));
  }

  private String figure(MetricEstimate figure) {
    return row(cell("", text(words.name(figure.metric(), report.judgement()))) + cell("number", text(words.value(figure))) + cell("number",
        text(words.interval(figure, true))) + cell("small", lowered(text(lang.say("metric." + figure.metric().id() + ".help")))));
  }

  /** The font has no subscript glyphs. */
  private static String lowered(String definition) {
    return definition.replace("ᵢ₋₁", "<sub>i−1</sub>").replace("ᵢ", "<sub>i</sub>");
  }

  private String threshold() {
    if (!(report.judgement() instanceof BinaryEvaluation two)) {
      return "";
    }
    DecisionThreshold kept = report.project().threshold();
    String positive = names.ofClass(report.data().dataset(), two.positiveClass());
    String at = words.threshold(two.threshold());
    boolean own = kept.at(report.project().network().objective().loss()) == two.threshold();
    String key = own ? "report.threshold." + kept.rule().name().toLowerCase(Locale.ROOT) : "report.threshold.other";
    String said = lang.say(key, positive, at, kept.step(), lang.numbers().entry(kept.falsePositiveCost()),
        lang.numbers().entry(kept.falseNegativeCost()));
    return element("p", "", text(own && kept.isOfOthersThan(report.weights()) ? said + " " + lang.say("report.threshold.stale") : said));
  }

  // --- classes

  private String matrix() {
    if (report.judgement() instanceof RegressionEvaluation) {
      return "";
    }
    ClassReport counts = counts();
    if (counts.classes() > MOST_CELLS) {
      return "";
    }
    List<String> classes = names.classes(report.data().dataset());
    StringBuilder rows = new StringBuilder(row(element("th", "", text(lang.say("report.true_predicted")))
        + classes.stream().map(name -> element("th", "number", text(name))).collect(Collectors.joining())));
    for (int t = 0; t < counts.classes(); t++) {
      StringBuilder cells = new StringBuilder(element("th", "", text(classes.get(t))));
      for (int p = 0; p < counts.classes(); p++) {
        String style = "number" + (t == p ? " hit" : counts.count(t, p) > 0 ? " miss" : "");
        cells.append(cell(style, lang.numbers().whole(counts.count(t, p))));
      }
      rows.append(row(cells.toString()));
    }
    return section("metrics.matrix", element("table", "grid matrix", rows.toString()));
  }

  private ClassReport counts() {
    if (report.judgement() instanceof BinaryEvaluation two) {
      return new ClassReport(two.matrix());
    }
    return ((MulticlassEvaluation) report.judgement()).report();
  }

  private String classes() {
    if (report.judgement() instanceof RegressionEvaluation) {
      return "";
    }
    ClassReport counts = counts();
    List<String> classes = names.classes(report.data().dataset());
    boolean pixels = report.judgement().kind() == TargetKind.PIXELS;
    StringBuilder rows = new StringBuilder(row(head("report.class") + number("metric.precision") + number("metric.recall")
        + number(pixels ? "metrics.dice" : "metric.f1") + (pixels ? number("metric.iou") : "") + number("metrics.examples")));
    for (int c = 0; c < Math.min(MOST_CLASSES, counts.classes()); c++) {
      rows.append(row(cell("", text(classes.get(c))) + percent(counts.precision(c)) + percent(counts.recall(c)) + share(counts.f1(c))
          + (pixels ? share(counts.iou(c)) : "") + cell("number", lang.numbers().whole(counts.support(c)))));
    }
    rows.append(row(cell("", text(lang.say("metrics.macro"))) + percent(counts.macro(counts::precision))
        + percent(counts.macro(counts::recall))
        + share(counts.macro(counts::f1)) + (pixels ? share(counts.macro(counts::iou)) : "")
        + cell("number", lang.numbers().whole(counts.total()))));
    return section("metrics.per_class", element("table", counts.classes() <= MOST_CELLS ? "grid short" : "grid", rows.toString()));
  }

  /** As on the page. */
  private String percent(double value) {
    return cell("number", text(words.value(EvaluationMetric.PRECISION, value)));
  }

  private String share(double value) {
    return cell("number", Double.isNaN(value) ? MetricsTexts.NONE : lang.numbers().fixed(value, 3));
  }

  // --- slices

  private String name(MetricsReport.ReportSlice row) {
    List<String> columns = report.slices().columns();
    String first = words.slice(row.slice(), report.data().dataset(), columns.get(0));
    return row.second().map(other -> lang.say("metrics.slices.pair", first, words.slice(other, report.data().dataset(), columns.get(1))))
        .orElse(first);
  }

  private String slices() {
    MetricsReport.ReportSlices slices = report.slices();
    if (slices.rows().isEmpty()) {
      return "";
    }
    Map<Boolean, String> marks = Map.of(true, lang.say("report.slice.differs"), false, "");
    String rows = slices.rows().stream().map(slice -> row(cell("", text(name(slice))) + cell("number",
        lang.numbers().whole(slice.slice().examples().length)) + cell("number", text(words.value(slice.main()))) + cell("number",
        text(words.interval(slice.main()))) + cell("", text(marks.get(slice.differs()))))).collect(Collectors.joining());
    String head = row(element("th", "", text(String.join(" · ", slices.columns()))) + number("metrics.examples")
        + element("th", "number", text(words.name(slices.rows().get(0).main().metric()))) + number("report.interval")
        + element("th", "", ""));
    String note = lang.say("metrics.slices.note", slices.rows().size(), lang.numbers().significant(slices.rows().size() * 0.05, 2));
    return section("report.slices", element("table", "grid", head + rows) + element("p", "small", text(lang.say("report.slices.whole",
        words.value(slices.rows().get(0).main().metric(), slices.whole())) + " " + note)));
  }
}
