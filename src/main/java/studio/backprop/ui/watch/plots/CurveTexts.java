package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.Branch;
import studio.backprop.ui.workspace.run.RoundTexts;
import studio.backprop.ui.workspace.run.RunHistory;

/** Localized texts of a curve. */
final class CurveTexts {
  /** Approximate width in px of a letter, and of a Chinese character. */
  private static final double LETTER = 6.4;
  private static final double SIGN = 12;
  private static final int FIRST_SIGN = 0x2E80;

  /** Key suffix. */
  private static final String CRITIC = ".critic";

  private final CurveModel model;
  private final Lang lang;

  CurveTexts(CurveModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
  }

  ObservableValue<String> title() {
    boolean critic = model.kindProperty().get() == CurveKind.LOSS && agent().equals(CRITIC);
    CurveKind kind = model.kindProperty().get();
    return kind == CurveKind.COVERED ? lang.bind(model.datasetProperty().map(data -> Message.of(coveredKey()))
        .orElse(Message.of(titleKey(kind)))) : lang.bind(titleKey(kind) + (critic ? CRITIC : ""));
  }

  /**
   * Key suffix of the network of an agent whose loss is shown: actor and critic have one each, the critic's is the first. Empty without an
   * agent.
   */
  String agent() {
    Project project = model.project();
    boolean acts = project != null && project.assignment().acts();
    return !acts ? "" : project.network().critic().isPresent() ? CRITIC : ".values";
  }

  /** Modes of images are classes. */
  private String coveredKey() {
    return titleKey(CurveKind.COVERED) + (model.adversarial().ofImages() ? ".classes" : "");
  }

  static String titleKey(CurveKind quantity) {
    return "plots." + quantity.name().toLowerCase(Locale.ROOT);
  }

  /** Unit of the step axis. */
  String axis() {
    return model.axis().bySteps() ? lang.say(RoundTexts.axis(model.project())) : lang.say("plots.epoch");
  }

  /** Newest value of the main line. */
  String latest() {
    if (covered()) {
      OptionalDouble now = model.latest();
      return now.isPresent() ? lang.say("plots.latest_covered", (int) now.getAsDouble(), model.adversarial().of()) : "";
    }
    return number(latestKey(), model.latest());
  }

  /** The same, abbreviated if needed. @param whole whether the usual wording fits */
  String latest(boolean whole) {
    return whole || !model.kindProperty().get().scored() ? latest() : number("plots.latest_trained", model.latest());
  }

  private String latestKey() {
    if (!model.kindProperty().get().scored()) {
      return "plots.latest_now";
    }
    return model.smoothed() ? "plots.latest_smoothed" : "plots.latest_trained";
  }

  String latestValidation() {
    if (covered()) {
      OptionalDouble share = model.latestValidation();
      return share.isPresent() ? lang.say("plots.latest_share", share(share.getAsDouble())) : "";
    }
    return number("plots.latest_validation", model.latestValidation());
  }

  private String number(String key, OptionalDouble value) {
    return value.isPresent() ? lang.say(key, write(value.getAsDouble())) : "";
  }

  private boolean covered() {
    return model.kindProperty().get() == CurveKind.COVERED;
  }

  /** The share of samples on a mode, drawn on the axis of the modes. */
  private String share(double value) {
    return lang.numbers().percent(value / model.adversarial().of());
  }

  String write(double value) {
    boolean percent = model.kindProperty().get() == CurveKind.ACCURACY;
    return percent ? lang.numbers().fixed(value, value <= 0 || value >= 100 ? 0 : 1) : lang.numbers().significant(value, 3);
  }

  String best(CurveModel.Best best) {
    return lang.say("plots.best", write(best.value()), best.epoch());
  }

  /** Best value without its epoch. */
  String bestValue(CurveModel.Best best) {
    return lang.say("plots.best_value", write(best.value()));
  }

  /** Legend of both lines of mode coverage with the round of the newest count, in several lengths. */
  List<String> counted() {
    if (!covered()) {
      return List.of();
    }
    String lines = lang.say("plots.covered_detail");
    return model.latestRound().stream().mapToObj(round -> lang.say("step.at.round", round))
        .map(round -> List.of(lines + " · " + round, round)).findFirst().orElse(List.of(lines));
  }

  /** Label of the range after the shown past step. */
  String later() {
    return lang.say(RoundTexts.key("plots.later", model.project()));
  }

  /** Length of a rise of the validation loss; empty without one. */
  String worsening() {
    return model.worsening().isPresent() ? lang.say("plots.worsening", model.worsening().getAsInt()) : "";
  }

  String run(RunHistory of) {
    return model.branch(of).map(Branch::letter).orElseGet(() -> lang.say("plots.run", of.number()));
  }

  /** Earlier run with its differences from this one. */
  String named(RunHistory of) {
    List<Message> differences = Differences.between(of.project(), model.history().project(), lang.numbers());
    return lang.say("plots.run_named", run(of), differences.stream().map(lang::say).collect(Collectors.joining(lang.say("plots.list"))));
  }

  /** Reading at the cursor, or else the newest values, for screen readers. */
  String summary() {
    String title = lang.say(titleKey(model.kindProperty().get()));
    if (model.isEmpty()) {
      return lang.say("plots.summary_empty", title, lang.say("plots.empty_curve"));
    }
    StringBuilder text =
        new StringBuilder(lang.say("plots.summary", title, (long) model.history().lastStep(), latest(), latestValidation()));
    model.best().ifPresent(best -> text.append(lang.say("plots.list")).append(best(best)));
    return text + (worsening().isEmpty() ? "" : lang.say("plots.list") + worsening());
  }

  /** Values at a position, one line each. */
  String reading(CurveLines.Reading reading) {
    StringBuilder text = new StringBuilder();
    if (!model.axis().bySteps()) {
      text.append(lang.say("plots.reading_epoch", reading.epoch()));
    } else if (model.adversarial().there()) {
      text.append(lang.say("plots.reading_round", reading.lastStep()));
    } else if (reading.firstStep() == reading.lastStep()) {
      text.append(lang.say("plots.reading_step", reading.lastStep(), reading.epoch()));
    } else {
      text.append(lang.say("plots.reading_steps", reading.firstStep(), reading.lastStep(), reading.epoch()));
    }
    reading.batch().ifPresent(spread -> line(text, "plots.reading_batch", spread(spread)));
    if (covered()) {
      reading.line().ifPresent(value -> line(text, "plots.latest_covered", (int) value, model.adversarial().of()));
      reading.validation().ifPresent(value -> line(text, "plots.latest_share", share(value)));
      return text.toString();
    }
    reading.line().ifPresent(value -> line(text, latestKey(), write(value)));
    reading.validation().ifPresent(value -> line(text, "plots.reading_validation", write(value)));
    int nearest = model.lines().generator().nearest(reading.at());
    if (nearest >= 0) {
      line(text, "plots.reading_generator", write(model.lines().generator().y(nearest)));
    }
    for (CurveLines.Past past : reading.past()) {
      line(text, "plots.reading_past", named(past.of()), write(past.value()));
    }
    return text.toString();
  }

  private void line(StringBuilder text, String key, Object... args) {
    text.append('\n').append(lang.say(key, args));
  }

  private String spread(ValueRange spread) {
    String most = write(spread.high());
    return spread.low() == spread.high() ? most : lang.say("plots.range", write(spread.low()), most);
  }

  /** Approximate width of a text in px. */
  static double widthOf(String text) {
    return text.codePoints().mapToDouble(letter -> letter >= FIRST_SIGN ? SIGN : LETTER).sum();
  }
}
