package studio.backprop.ui.workspace.run;

import java.util.Arrays;
import java.util.List;
import studio.backprop.data.Dataset;
import studio.backprop.data.Feature;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.attribution.InputParts;
import studio.backprop.ui.kit.Lang;

/** Localized text of parts of an example (pixels, tokens, columns, time steps, nodes) and their values. */
public final class PartTexts {
  private static final int DIGITS = 4;
  /** Ratio beyond which numbers are not written with the same decimals. */
  private static final double ALIKE = 100;

  private final Lang lang;

  public PartTexts(Lang lang) {
    this.lang = lang;
  }

  /** Name of a part; {@code raw} is the unscaled example, {@code columns} the width of an image of parts. */
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

  /** Token at a position; empty unless the example is text. */
  public String token(PreparedData data, float[] raw, int part) {
    return data.dataset().text().map(text -> TokenTexts.visible(text.vocabulary().token((int) raw[part]))).orElse("");
  }

  /** Value at a part; empty if it is uninformative. */
  public String value(PreparedData data, InputParts parts, float[] raw, int part) {
    return switch (parts.kind()) {
      case PIXEL, STEP -> measured(raw[part]);
      case COLUMN -> columnValue(data, parts, raw, part);
      case TOKEN, NODE -> "";
    };
  }

  /** Values at several parts with equal decimals, unless the magnitudes differ too much. */
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
