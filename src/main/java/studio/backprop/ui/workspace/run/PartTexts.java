package studio.backprop.ui.workspace.run;

import java.util.Arrays;
import java.util.List;
import studio.backprop.data.Dataset;
import studio.backprop.data.Feature;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.attribution.InputParts;
import studio.backprop.ui.kit.Lang;

/** Parts of an example in words: pixels, tokens, columns, time steps and nodes, and what an example has there. */
public final class PartTexts {
  private static final int DIGITS = 4;
  /** Numbers that differ by more than this factor have no decimals in common. */
  private static final double ALIKE = 100;

  private final Lang lang;

  public PartTexts(Lang lang) {
    this.lang = lang;
  }

  /**
   * What a part of the input goes by.
   *
   * @param raw the example as it was measured
   * @param columns of a picture of parts
   */
  public String part(PreparedData data, InputParts parts, float[] raw, int part, int columns) {
    return switch (parts.kind()) {
      case PIXEL -> lang.say("reason.pixel", part / columns + 1, part % columns + 1);
      case TOKEN -> lang.say("reason.token", token(data, raw, part), part + 1);
      case COLUMN -> columnName(data.dataset(), part);
      case STEP -> step(data.dataset(), part);
      case NODE -> lang.say("reason.node", part + 1);
    };
  }

  private String columnName(Dataset dataset, int part) {
    List<String> columns = dataset.about().features().stream().map(Feature::column).distinct().toList();
    return part < columns.size() ? columns.get(part) : lang.say("reason.input", part + 1);
  }

  private String step(Dataset dataset, int part) {
    int features = dataset.inputShape().size(1);
    return features == 1 ? lang.say("reason.step", part + 1) : lang.say("reason.step_feature", part / features + 1, part % features + 1);
  }

  /** The token at a place; empty where the example is no text. */
  public String token(PreparedData data, float[] raw, int part) {
    return data.dataset().text().map(text -> TokenTexts.visible(text.vocabulary().token((int) raw[part]))).orElse("");
  }

  /** What the example has there; empty where that says nothing. */
  public String value(PreparedData data, InputParts parts, float[] raw, int part) {
    return switch (parts.kind()) {
      case PIXEL, STEP -> measured(raw[part]);
      case COLUMN -> columnValue(data, parts, raw, part);
      case TOKEN, NODE -> "";
    };
  }

  /**
   * What the example has at each of some parts, all with the decimals of the one that has most; where the sizes differ so much that this
   * would say nothing, each as {@link #value} says it.
   */
  public List<String> values(PreparedData data, InputParts parts, float[] raw, List<Integer> some) {
    List<String> each = some.stream().map(part -> value(data, parts, raw, part)).toList();
    boolean plain = parts.kind() == InputParts.Kind.PIXEL || parts.kind() == InputParts.Kind.STEP
        || parts.count() == raw.length && data.dataset().about().features().stream().allMatch(Feature::isNumber);
    double[] sizes = plain ? some.stream().mapToDouble(part -> Math.abs(raw[part])).filter(size -> size > 0).toArray() : new double[0];
    double largest = Arrays.stream(sizes).max().orElse(0);
    if (sizes.length == 0 || largest > ALIKE * Arrays.stream(sizes).min().orElse(0)) {
      return each;
    }
    int decimals = each.stream().mapToInt(text -> text.indexOf('.') < 0 ? 0 : text.length() - 1 - text.indexOf('.')).max().orElse(0);
    return decimals == 0 || decimals > DIGITS ? each
        : some.stream().map(part -> Float.isNaN(raw[part]) ? measured(raw[part]) : lang.numbers().fixed(raw[part], decimals)).toList();
  }

  private String columnValue(PreparedData data, InputParts parts, float[] raw, int part) {
    List<Feature> features = data.dataset().about().features();
    for (int i = 0; i < raw.length; i++) {
      boolean here = parts.partOf()[i] == part;
      boolean word = features.size() == raw.length && !features.get(i).isNumber();
      if (here && !word) {
        return measured(raw[i]);
      }
      if (here && raw[i] == 1) {
        return features.get(i).word();
      }
    }
    return "–";
  }

  private String measured(float value) {
    return Float.isNaN(value) ? lang.say("examples.missing") : lang.numbers().significant(value, DIGITS);
  }
}
