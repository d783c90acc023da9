package studio.backprop.ui.judge.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.evaluate.attribution.InputParts;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.DataTexts;
import studio.backprop.ui.workspace.run.PartTexts;

/** Localized texts of examples and their values. */
final class ExamplesTexts {
  private static final int DIGITS = 4;
  private static final int WHY_DIGITS = 2;
  static final int TOP = 3;

  private final Lang lang;
  private final DataTexts named;
  private final PartTexts parts;

  ExamplesTexts(Lang lang) {
    this.lang = lang;
    this.named = new DataTexts(lang);
    this.parts = new PartTexts(lang);
  }

  String part(Part part) {
    return lang.say("examples.part." + part.name().toLowerCase(Locale.ROOT));
  }

  /** Name of an example: validation 12. */
  String name(Example example) {
    return example.drawn().isPresent() ? lang.say("examples.drawn") : lang.say("examples.name", part(example.part()), example.row() + 1);
  }

  /** Name of an example of data that may contain stored drawings. */
  String name(PreparedData data, Example example) {
    boolean kept = example.drawn().isEmpty() && data.isKept(example.part(), example.row());
    return kept ? lang.say("examples.kept", name(example)) : name(example);
  }

  String title(ExampleColumn column, PreparedData data) {
    return switch (column.kind()) {
      case TARGET -> target(data);
      case FEATURE -> data.dataset().featureNames().get(column.feature());
      default -> lang.say("examples.column." + column.kind().name().toLowerCase(Locale.ROOT));
    };
  }

  /** Axis title. */
  Message axis(ExampleColumn column, PreparedData data) {
    return Message.of("examples.axis", title(column, data));
  }

  /** Text of a table cell; empty while unknown, and a word for a missing number. */
  String cell(ExampleColumn column, PreparedData data, Optional<Predictions> predictions, Example example) {
    float number = column.number(data, predictions, example);
    return switch (column.kind()) {
      case ROW -> lang.numbers().whole((long) number);
      case SHUFFLED -> "";
      case PART -> part(example.part());
      case TEXT -> text(data, example);
      case TARGET -> target(data, number);
      case PREDICTED -> Float.isNaN(number) ? "" : target(data, number);
      case CERTAINTY -> Float.isNaN(number) ? "" : score(predictions.orElseThrow(), number);
      case ERROR -> Float.isNaN(number) ? "" : number(number);
      case WHY -> ""; // known for visible rows only
      case FEATURE -> Float.isNaN(number) ? lang.say("examples.missing") : number(number);
    };
  }

  /** How attributions are computed here, and why the attribution page has other values. */
  String whyHelp() {
    return lang.say("examples.column.why.help");
  }

  /** Input with its attribution. */
  record Reason(String name, String number, boolean raises) {}

  /** The inputs with the largest attributions. */
  List<Reason> reasons(Why why) {
    int columns = why.data().dataset().isImages() ? why.data().dataset().inputShape().size(2) : 1;
    boolean pixels = why.parts().kind() == InputParts.Kind.PIXEL; // a table row has no room for row and column
    return Arrays.stream(why.strongest()).mapToObj(part -> new Reason(
        pixels ? lang.say("examples.why.pixel", part / columns + 1, part % columns + 1)
            : parts.part(why.data(), why.parts(), why.raw(), part, columns),
        (why.values()[part] > 0 ? "+" : "") + lang.numbers().significant(why.values()[part], WHY_DIGITS), why.values()[part] > 0)).toList();
  }

  String between() {
    return lang.say("examples.why.and");
  }

  /** The same in one text. */
  String why(Why why) {
    return reasons(why).stream().map(reason -> lang.say("examples.why.part", reason.name(), reason.number()))
        .collect(Collectors.joining(" " + between() + " "));
  }

  /** Piece of text in one line. */
  String text(PreparedData data, Example example) {
    float[] tokens = new float[data.dataset().width()];
    data.copyRawInput(example.part(), example.row(), tokens);
    return data.dataset().text().map(text -> text.write(tokens).strip().replace('\n', '¶')).orElse("");
  }

  String number(double number) {
    return lang.numbers().significant(number, DIGITS);
  }

  /** Name of the target. */
  String target(PreparedData data) {
    return named.target(data.dataset());
  }

  String ofClass(PreparedData data, int index) {
    return named.ofClass(data.dataset(), index);
  }

  /** Class by its name, value by its number; of several targets only their count. */
  String target(PreparedData data, float target) {
    if (data.dataset().answers() > 1) {
      return lang.say("examples.answers", data.dataset().answers());
    }
    return ExamplesModel.hasClasses(data) ? ofClass(data, (int) target) : number(target);
  }

  /** Truth of an example: digit 4. */
  String truth(PreparedData data, float target) {
    return lang.say("examples.truth", target(data), target(data, target));
  }

  /** Truth of an example that may be a drawing, known only to the user. */
  String truth(PreparedData data, Example example) {
    float target = example.drawn().map(drawing -> drawing.label() < 0 ? Float.NaN : drawing.label())
        .orElseGet(() -> data.rawTarget(example.part(), example.row()));
    return example.drawn().isPresent() && Float.isNaN(target) ? "" : truth(data, target);
  }

  String score(Predictions predictions, float score) {
    return predictions.isProbability() ? lang.numbers().probability(score) : lang.numbers().significant(score, 3);
  }

  /** Score of the predictions of an example with several targets. */
  String quality(Predictions predictions, Example example) {
    return predictions.data().dataset().task() == Task.CLASSES
        ? lang.say("examples.right_share", lang.numbers().share(predictions.rightShare(example.part(), example.row())))
        : lang.say("examples.mean_error", lang.numbers().significant(predictions.meanError(example.part(), example.row()), 3));
  }

  /** The most probable classes, each with its probability. */
  List<String> best(Predictions predictions, Example example) {
    List<String> lines = new ArrayList<>();
    for (int c : predictions.best(example.part(), example.row(), TOP)) {
      float score = predictions.score(example.part(), example.row(), c);
      lines.add(lang.say("examples.guess", ofClass(predictions.data(), c), score(predictions, score)));
    }
    return lines;
  }

  /** The whole example in one sentence, for screen readers and the read-out. */
  String sentence(PreparedData data, Optional<Predictions> predictions, Example example) {
    String truth = target(data, data.rawTarget(example.part(), example.row()));
    String named = lang.say("examples.is", name(example), target(data), truth);
    return predictions.filter(p -> p.has(example.part()))
        .map(p -> lang.say("examples.is_predicted", named, cell(ExampleColumn.PREDICTED, data, predictions, example)))
        .orElse(named);
  }
}
