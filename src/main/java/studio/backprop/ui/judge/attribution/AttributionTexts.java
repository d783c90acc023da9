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

/** Examples, their parts, scores and methods in words. */
final class AttributionTexts {
  private static final int DIGITS = 3;
  /** Of scores, their differences and what they sum to. */
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

  /** A method goes by this key; of words of a text saliency is another number. */
  static String key(AttributionMethod method) {
    return "reason.method." + method.name().toLowerCase(Locale.ROOT);
  }

  /** Tokens that are zero are padding. */
  static String key(AttributionBaseline baseline, PreparedData data) {
    boolean padding = baseline == AttributionBaseline.ZERO && data.dataset().text().isPresent();
    return "reason.baseline." + (padding ? "padding" : baseline.name().toLowerCase(Locale.ROOT));
  }

  /** A number of a column, with the decimals of the largest. */
  String sizeInColumn(double value, double largest) {
    return lang.numbers().inColumn(value, largest, DIGITS);
  }

  /** A number of a column, with its sign and the decimals of the largest. */
  String inColumn(double value, double largest) {
    return (value > 0 ? "+" : "") + sizeInColumn(value, largest);
  }

  /** A number of a sum, with the decimals of the largest. */
  String sumInColumn(double value, double largest) {
    return lang.numbers().inColumn(value, largest, SUM_DIGITS);
  }

  /** The same with its sign. */
  String stepInColumn(double value, double largest) {
    return (value > 0 ? "+" : "") + sumInColumn(value, largest);
  }

  /** The score of the baseline, beside that of the example: what is nothing to that is 0. */
  String baselineScore(ExplainedExample now) {
    return lang.numbers().end(now.baselineScore(), now.score(), DIGITS);
  }

  String number(double value) {
    return lang.numbers().significant(value, DIGITS);
  }

  /** With its sign, also where it is positive. */
  String signed(double value) {
    return value > 0 ? "+" + number(value) : number(value);
  }

  /** The same in the room of a letter or two. */
  String brief(double value) {
    return (value > 0 ? "+" : "") + lang.numbers().compact(value);
  }

  /** Which example it is: validation 12. */
  String name(Example example) {
    return example.drawn().isPresent() ? lang.say("reason.drawn")
        : lang.say("reason.example", part(example.part()), example.row() + 1);
  }

  String part(Part part) {
    return lang.say("examples.part." + part.name().toLowerCase(Locale.ROOT));
  }

  /** Its number in the whole data set; empty for a drawing. */
  String row(PreparedData data, Example example) {
    return example.drawn().isPresent() ? "" : lang.say("reason.example.row", data.split().row(example.part(), example.row()) + 1);
  }

  /** An example that is a text, in one line; empty for any other. */
  String written(PreparedData data, float[] raw) {
    return data.dataset().text().map(text -> text.write(raw).strip().replace('\n', '¶')).orElse("");
  }

  /** What was predicted wrong, in one line. */
  String mistake(PreparedData data, Part part, Mistakes.Mistake mistake) {
    String name = lang.numbers().whole(mistake.row() + 1L);
    if (mistake.predicted() < 0) {
      return lang.say("reason.error", name, number(data.rawTarget(part, mistake.row())), signed(mistake.score()));
    }
    return lang.say("reason.mistake", name, ofClass(data, data.classOf(part, mistake.row())), ofClass(data, mistake.predicted()),
        lang.numbers().probability(mistake.score()));
  }

  /** The true class and the predicted one; of a value the true one. */
  String confused(PreparedData data, Part part, Mistakes.Mistake mistake) {
    return mistake.predicted() < 0 ? number(data.rawTarget(part, mistake.row()))
        : ofClass(data, data.classOf(part, mistake.row())) + " → " + ofClass(data, mistake.predicted());
  }

  /** The probability of what was predicted, or the error, with the decimals of the largest. */
  String score(Mistakes all, Mistakes.Mistake mistake) {
    double score = mistake.score();
    return mistake.predicted() >= 0 ? lang.numbers().probability(score)
        : (score > 0 ? "+" : "") + lang.numbers().inColumn(score, Math.abs(all.worst().get(0).score()), DIGITS);
  }

  String ofClass(PreparedData data, int index) {
    return TokenTexts.visible(named.ofClass(data.dataset(), index));
  }

  /** A class in whatever language is spoken when it is read. */
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

  /** One of several targets, in whatever language is spoken when it is read: a pixel, a node, what follows a token. */
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

  /** What an example is in truth, at one of its targets; empty where nobody knows. */
  String truth(PreparedData data, Example example, int place) {
    String truth = trueValue(data, example, place);
    return truth.isEmpty() ? "" : lang.say("reason.truth", target(data), truth);
  }

  /** Its class or value alone. */
  String trueValue(PreparedData data, Example example, int place) {
    float truth = rawTruth(data, example, place);
    return Float.isNaN(truth) ? "" : data.dataset().classNames().isEmpty() ? number(truth) : ofClass(data, (int) truth);
  }

  private static float rawTruth(PreparedData data, Example example, int place) {
    return example.drawn().map(drawing -> drawing.label() < 0 ? Float.NaN : (float) drawing.label())
        .orElseGet(() -> data.rawTarget(example.part(), example.row(), place));
  }

  /** The true class; −1 where nobody knows. */
  int trueClass(ExplainedExample now) {
    float truth = rawTruth(now.data(), now.example(), now.place());
    return Float.isNaN(truth) ? -1 : (int) truth;
  }

  /** What is predicted, and how it compares with the truth. */
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

  /** The score in words. */
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

  /** The predicted value, in its own unit. */
  double predicted(ExplainedExample now) {
    return now.data().targetScaler().unscaleExactly(0, now.prediction()[0]);
  }

  /** The probability of a class. */
  double probability(ExplainedExample now, int index) {
    return now.prediction().length == 1 ? index == 1 ? now.prediction()[0] : 1 - now.prediction()[0] : now.prediction()[index];
  }

  // --- parts

  /** What a part of the input goes by. */
  String part(ExplainedExample now, int part, int columns) {
    return parts.part(now.data(), now.parts(), now.raw(), part, columns);
  }

  String token(ExplainedExample now, int part) {
    return parts.token(now.data(), now.raw(), part);
  }

  /** What the example has at each of these parts. */
  List<String> values(ExplainedExample now, List<Integer> some) {
    return parts.values(now.data(), now.parts(), now.raw(), some);
  }
}
