package studio.backprop.ui.judge.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.backprop.data.Dataset;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.attribution.AttributionBaseline;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.observe.Example;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.DataTexts;
import studio.backprop.ui.workspace.run.PartTexts;
import studio.backprop.ui.workspace.run.TokenTexts;

/** Localized texts of examples, their parts, scores and methods. */
final class AttributionTexts {
  private static final int DIGITS = 3;
  /** Digits of scores, their differences and sums. */
  static final int SUM_DIGITS = 4;
  private static final int PICTURE_RANK = 3;

  private final Lang lang;
  private final DataTexts named;
  private final PartTexts parts;

  AttributionTexts(Lang lang) {
    this.lang = lang;
    this.named = new DataTexts(lang);
    this.parts = new PartTexts(lang);
  }

  /** Text key of a method; saliency of a text is another quantity. */
  static String key(AttributionMethod method) {
    return "reason.method." + method.name().toLowerCase(Locale.ROOT);
  }

  /** Text key of a baseline; zero tokens are padding. */
  static String key(AttributionBaseline baseline, PreparedData data) {
    boolean padding = baseline == AttributionBaseline.ZERO && data.dataset().text().isPresent();
    return "reason.baseline." + (padding ? "padding" : baseline.name().toLowerCase(Locale.ROOT));
  }

  /** Value of a column, with the decimals of the largest. */
  String sizeInColumn(double value, double largest) {
    return lang.numbers().inColumn(value, largest, DIGITS);
  }

  /** Signed value of a column, with the decimals of the largest. */
  String inColumn(double value, double largest) {
    return (value > 0 ? "+" : "") + sizeInColumn(value, largest);
  }

  /** Value of a sum, with the decimals of the largest. */
  String sumInColumn(double value, double largest) {
    return lang.numbers().inColumn(value, largest, SUM_DIGITS);
  }

  /** Signed value of a sum, with the decimals of the largest. */
  String stepInColumn(double value, double largest) {
    return (value > 0 ? "+" : "") + sumInColumn(value, largest);
  }

  /** Score of the baseline, rounded relative to that of the example. */
  String baselineScore(ExplainedExample now) {
    return lang.numbers().end(now.baselineScore(), now.score(), DIGITS);
  }

  String number(double value) {
    return lang.numbers().significant(value, DIGITS);
  }

  /** Signed, also if positive. */
  String signed(double value) {
    return value > 0 ? "+" + number(value) : number(value);
  }

  /** Signed, in one or two characters. */
  String brief(double value) {
    return (value > 0 ? "+" : "") + lang.numbers().compact(value);
  }

  /** Name of an example: validation 12. */
  String name(Example example) {
    return example.drawn().isPresent() ? lang.say("reason.drawn")
        : lang.say("reason.example", part(example.part()), example.row() + 1);
  }

  String part(Part part) {
    return lang.say("examples.part." + part.name().toLowerCase(Locale.ROOT));
  }

  /** Row in the whole data set; empty for a drawing. */
  String row(PreparedData data, Example example) {
    return example.drawn().isPresent() ? "" : lang.say("reason.example.row", data.split().row(example.part(), example.row()) + 1);
  }

  /** Text of an example in one line; empty unless it is a text. */
  String written(PreparedData data, float[] raw) {
    return data.dataset().text().map(text -> text.write(raw).strip().replace('\n', '¶')).orElse("");
  }

  /** A wrong prediction in one line. */
  String mistake(PreparedData data, Part part, Mistakes.Mistake mistake) {
    String name = lang.numbers().whole(mistake.row() + 1L);
    if (mistake.predicted() < 0) {
      return lang.say("reason.error", name, number(data.rawTarget(part, mistake.row())), signed(mistake.score()));
    }
    return lang.say("reason.mistake", name, ofClass(data, data.classOf(part, mistake.row())), ofClass(data, mistake.predicted()),
        lang.numbers().probability(mistake.score()));
  }

  /** True and predicted class; the true value of a regression. */
  String confused(PreparedData data, Part part, Mistakes.Mistake mistake) {
    return mistake.predicted() < 0 ? number(data.rawTarget(part, mistake.row()))
        : ofClass(data, data.classOf(part, mistake.row())) + " → " + ofClass(data, mistake.predicted());
  }

  /** Probability of the predicted class, or the error, with the decimals of the largest. */
  String score(Mistakes all, Mistakes.Mistake mistake) {
    double score = mistake.score();
    return mistake.predicted() >= 0 ? lang.numbers().probability(score)
        : (score > 0 ? "+" : "") + lang.numbers().inColumn(score, Math.abs(all.worst().get(0).score()), DIGITS);
  }

  String ofClass(PreparedData data, int index) {
    return TokenTexts.visible(named.ofClass(data.dataset(), index));
  }

  /** Name of a class. */
  Message classTitle(PreparedData data, int index) {
    String key = "data." + data.dataset().name() + ".class." + index;
    return lang.texts().has(key) ? Message.of(key) : Message.of("reason.named", TokenTexts.visible(data.dataset().classNames().get(index)));
  }

  List<String> classes(PreparedData data) {
    return named.classes(data.dataset()).stream().map(TokenTexts::visible).toList();
  }

  String target(PreparedData data) {
    return named.target(data.dataset());
  }

  /** Name of one of several targets: a pixel, a node, the token after a token. */
  Message placeTitle(PreparedData data, Optional<float[]> raw, int place) {
    Dataset dataset = data.dataset();
    Shape shape = dataset.about().targetShape();
    if (dataset.graph().isPresent()) {
      return Message.of("reason.node", place + 1);
    }
    if (dataset.text().isPresent()) {
      String token = raw.filter(tokens -> place < tokens.length).flatMap(tokens -> dataset.text()
          .map(text -> TokenTexts.visible(text.vocabulary().token((int) tokens[place])))).orElse("");
      return Message.of("reason.place.token", token, place + 1);
    }
    if (shape.rank() != PICTURE_RANK) {
      return Message.of("reason.place.step", place + 1);
    }
    int area = shape.size(1) * shape.size(2);
    int row = place % area / shape.size(2) + 1;
    int column = place % shape.size(2) + 1;
    return shape.size(0) == 1 ? Message.of("reason.pixel", row, column)
        : Message.of("reason.place.channel", row, column, place / area + 1);
  }

  /** Truth of an example at one of its targets; empty if unknown. */
  String truth(PreparedData data, Example example, int place) {
    String truth = trueValue(data, example, place);
    return truth.isEmpty() ? "" : lang.say("reason.truth", target(data), truth);
  }

  String trueValue(PreparedData data, Example example, int place) {
    float truth = rawTruth(data, example, place);
    return Float.isNaN(truth) ? "" : data.dataset().classNames().isEmpty() ? number(truth) : ofClass(data, (int) truth);
  }

  private static float rawTruth(PreparedData data, Example example, int place) {
    return example.drawn().map(drawing -> drawing.label() < 0 ? Float.NaN : (float) drawing.label())
        .orElseGet(() -> data.rawTarget(example.part(), example.row(), place));
  }

  /** The true class; −1 if unknown. */
  int trueClass(ExplainedExample now) {
    float truth = rawTruth(now.data(), now.example(), now.place());
    return Float.isNaN(truth) ? -1 : (int) truth;
  }

  /** Prediction compared with the truth. */
  String verdict(ExplainedExample now) {
    if (now.isRegression()) {
      return lang.say("reason.predicted_value", target(now.data()), number(predicted(now)));
    }
    int truth = trueClass(now);
    String predicted = ofClass(now.data(), now.predicted());
    String probability = lang.numbers().probability(probability(now, now.predicted()));
    return truth < 0 ? lang.say("reason.verdict", predicted, probability)
        : truth == now.predicted() ? lang.say("reason.verdict.right", predicted, probability)
        : lang.say("reason.verdict.wrong", predicted, probability, ofClass(now.data(), truth),
            lang.numbers().probability(probability(now, truth)));
  }

  String score(ExplainedExample now) {
    if (now.hasSeveralTargets()) {
      return lang.say("reason.score.at", scoreThere(now), lang.texts().say(placeTitle(now.data(), Optional.of(now.raw()), now.place())));
    }
    return scoreThere(now);
  }

  private String scoreThere(ExplainedExample now) {
    if (now.isRegression()) {
      return lang.say(now.logits() ? "reason.score.value_logit" : "reason.score.value", target(now.data()));
    }
    String of = ofClass(now.data(), now.of());
    String what = lang.say(now.logits() ? "reason.logit" : "reason.output");
    if (now.prediction().length == 1) {
      return lang.say("reason.score.single", of, what);
    }
    return now.versus().isPresent() ? lang.say("reason.score.versus", of, ofClass(now.data(), now.versus().getAsInt()), what)
        : lang.say("reason.score.class", of, now.data().dataset().classNames().size(), what);
  }

  /** Predicted value in the unit of the target. */
  double predicted(ExplainedExample now) {
    return now.data().targetScaler().unscaleExactly(0, now.prediction()[0]);
  }

  double probability(ExplainedExample now, int index) {
    return now.prediction().length == 1 ? index == 1 ? now.prediction()[0] : 1 - now.prediction()[0] : now.prediction()[index];
  }

  // --- parts

  /** Name of a part of the input. */
  String part(ExplainedExample now, int part, int columns) {
    return parts.part(now.data(), now.parts(), now.raw(), part, columns);
  }

  String token(ExplainedExample now, int part) {
    return parts.token(now.data(), now.raw(), part);
  }

  /** Values of the example at these parts. */
  List<String> values(ExplainedExample now, List<Integer> some) {
    return parts.values(now.data(), now.parts(), now.raw(), some);
  }
}
