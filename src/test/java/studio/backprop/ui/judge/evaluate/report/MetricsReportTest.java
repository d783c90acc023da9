package studio.backprop.ui.judge.evaluate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.evaluate.Judgements;
import studio.backprop.evaluate.MetricEstimate;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.observe.predict.Replica;
import studio.backprop.plan.Parameters;
import studio.backprop.project.DecisionThreshold;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Texts;
import studio.backprop.train.Session;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.judge.evaluate.word.MetricsTexts;
import studio.backprop.ui.kit.Lang;

/** A report says every figure of the page, in a file that needs nothing else. */
@Timeout(120)
class MetricsReportTest {
  @TempDir private Path folder;

  private static MetricsReport report(String sample, Part part) throws Exception {
    Project project = SampleProject.of(sample).withThreshold(now -> now.chosen(DecisionThreshold.Rule.MAX_F1, 0.4, 7, "others"));
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    try (Kernels kernels = KernelChoice.create(1)) {
      Parameters weights = Session.initialParameters(project);
      Replica replica = Replica.of(project.network(), data, weights, kernels);
      ModelEvaluation judgement = Judgements.of(Predictions.of(replica, Set.of(part)), part, project.threshold().at(replica.loss()));
      List<EpochRecord> epochs = List.of(new EpochRecord(1, 10, scores(1.5), scores(1.7), 0.01),
          new EpochRecord(2, 20, scores(0.5), scores(0.9), 0.01));
      return new MetricsReport(sample + " <A&B>", project, List.of(), data, part, 20, weights.sha256(), judgement,
          judgement.figures(50, () -> false), epochs, MetricsReport.ReportSlices.NONE, 3, LocalDate.of(2026, 11, 30));
    }
  }

  private static Metrics scores(double loss) {
    return new Metrics(loss, Double.NaN, Double.NaN, Double.NaN);
  }

  private Path written(MetricsReport report, Texts texts, String name) throws Exception {
    Path file = folder.resolve(name);
    ReportFiles.write(report, texts, file);
    return file;
  }

  @ParameterizedTest
  @CsvSource({"breast-cancer, VALIDATION, en", "breast-cancer, TEST, zh", "iris, VALIDATION, en", "auto-mpg, VALIDATION, zh",
      "shapes-unet, TEST, en"})
  void aPageOfHtmlHasAllFiguresAndNeedsNothingElse(String sample, Part part, String language) throws Exception {
    Texts texts = Texts.of(Locale.forLanguageTag(language));
    MetricsReport report = report(sample, part);
    String html = Files.readString(written(report, texts, "report.html"));
    Document page = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));
    String said = page.getDocumentElement().getTextContent();
    MetricsTexts words = new MetricsTexts(new Lang(texts));
    for (MetricEstimate figure : report.figures()) {
      assertThat(said).as(figure.metric().id()).contains(words.name(figure.metric()), words.value(figure), words.interval(figure));
    }
    assertThat(said).as("no limit where no gradient is clipped").doesNotContain(texts.say("regularization.limit") + " 1");
    assertThat(said).contains(sample + " <A&B>", report.weights(), String.valueOf(report.project().training().seed()));
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("svg").getLength()).isGreaterThanOrEqualTo(4);
    assertThat(html).contains("@font-face").doesNotContain("NaN").doesNotContain("http://fonts").doesNotContain("href=");
    assertThat(html.length()).as("fonts of the signs that occur alone").isLessThan(3_000_000);
  }

  @ParameterizedTest
  @CsvSource({"breast-cancer, VALIDATION, en", "auto-mpg, TEST, zh"})
  void thePdfSaysTheSame(String sample, Part part, String language) throws Exception {
    Texts texts = Texts.of(Locale.forLanguageTag(language));
    MetricsReport report = report(sample, part);
    File file = written(report, texts, "report.pdf").toFile();
    try (PDDocument pdf = Loader.loadPDF(file)) {
      String said = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
      MetricsTexts words = new MetricsTexts(new Lang(texts));
      for (MetricEstimate figure : report.figures()) {
        assertThat(said).as(figure.metric().id()).contains(words.value(figure).replaceAll("\\s+", ""));
      }
      assertThat(said).contains(report.weights());
      assertThat(pdf.getNumberOfPages()).isBetween(2, 5);
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aThresholdOfOtherWeightsIsSaid(boolean others) throws Exception {
    MetricsReport of = report("breast-cancer", Part.VALIDATION);
    Project project = of.project().withThreshold(now -> now.chosen(now.rule(), now.value(), 7, others ? "others" : of.weights()));
    MetricsReport report = new MetricsReport(of.name(), project, List.of(), of.data(), of.part(), of.step(), of.weights(), of.judgement(),
        of.figures(), of.epochs(), of.slices(), 0, of.date());
    String html = Files.readString(written(report, Texts.ENGLISH, "threshold.html"));
    assertThat(html).contains("chosen after step 7");
    assertThat(html.contains(Texts.ENGLISH.say("report.threshold.stale"))).isEqualTo(others);
  }
}
