package studio.backprop.ui.workspace.analyser;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.network.Field;
import studio.backprop.network.Footprint;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.Lang;

/** Columns of the layer table: text and sort key of a row. */
enum LayerColumn {
  LAYER((row, lang) -> lang.say(row.type())),
  NAME((row, lang) -> row.name()),
  IN((row, lang) -> row.inputs().isEmpty() ? dash(row) : row.inputs().stream().map(s -> size(s, lang)).collect(Collectors.joining(", "))),
  OUT((row, lang) -> row.total() ? "" : row.output().map(s -> size(s, lang)).orElseGet(() -> lang.say("analyser.unknown"))),
  AXES((row, lang) -> row.output().map(s -> axes(s, lang)).orElse("")),
  PARAMETERS((row, lang) -> known(row, lang, lang.numbers().whole(row.parameters())), LayerRow::parameters),
  WEIGHTS((row, lang) -> bytes(row, lang, Footprint::weightBytes), row -> sorted(row, Footprint::weightBytes)),
  ACTIVATIONS((row, lang) -> bytes(row, lang, Footprint::activationBytes), row -> sorted(row, Footprint::activationBytes)),
  FLOPS(
      (row, lang) -> row.footprint().map(f -> lang.numbers().whole(f.flops())).orElseGet(() -> lang.say("analyser.unknown")),
      row -> sorted(row, Footprint::flops)),
  FIELD(
      (row, lang) -> row.footprint().flatMap(Footprint::field).map(field -> field(field, lang)).orElse(dash(row)),
      row -> row.footprint().flatMap(Footprint::field).map(LayerColumn::area).orElse(0L)),
  STATE((row, lang) -> state(row, lang));

  private final BiFunction<LayerRow, Lang, String> text;
  private final Function<LayerRow, Long> number;

  LayerColumn(BiFunction<LayerRow, Lang, String> text) {
    this(text, null);
  }

  LayerColumn(BiFunction<LayerRow, Lang, String> text, Function<LayerRow, Long> number) {
    this.text = text;
    this.number = number;
  }

  String text(LayerRow row, Lang lang) {
    return text.apply(row, lang);
  }

  boolean numeric() {
    return number != null;
  }

  /** Whether it is kept in a narrow table. */
  boolean isEssential() {
    return switch (this) {
      case NAME, OUT, PARAMETERS, FLOPS, STATE -> true;
      default -> false;
    };
  }

  /** Minimum width in px; long texts get more, and the last column grows. */
  double width() {
    return switch (this) {
      case STATE -> 160;
      case AXES -> 180;
      case FIELD -> 120;
      case PARAMETERS, ACTIVATIONS -> 92;
      case IN, WEIGHTS, FLOPS -> 72;
      default -> 84;
    };
  }

  Comparator<LayerRow> order(Lang lang) {
    return numeric() ? Comparator.comparing(number) : Comparator.comparing(row -> text(row, lang));
  }

  Optional<String> term() {
    return Optional.ofNullable(
        switch (this) {
          case OUT, IN -> "shape";
          case PARAMETERS -> "parameter";
          case ACTIVATIONS -> "activation";
          case FLOPS -> "flops";
          case FIELD -> "receptive-field";
          default -> null;
        });
  }

  String titleKey() {
    return "analyser.column." + name().toLowerCase(Locale.ROOT);
  }

  private static String size(Shape shape, Lang lang) {
    return shape.rank() == 0 ? lang.say("analyser.scalar") : shape.toString();
  }

  private static String axes(Shape shape, Lang lang) {
    return IntStream.range(0, shape.rank()).mapToObj(axis -> lang.say(shape.title(axis))).collect(Collectors.joining(" × "));
  }

  private static String dash(LayerRow row) {
    return row.total() ? "" : "–";
  }

  private static String known(LayerRow row, Lang lang, String value) {
    return row.footprint().isPresent() ? value : lang.say("analyser.unknown");
  }

  private static String bytes(LayerRow row, Lang lang, Function<Footprint, Long> part) {
    return row.footprint().map(part).map(lang.numbers()::bytes).orElseGet(() -> lang.say("analyser.unknown"));
  }

  private static long sorted(LayerRow row, Function<Footprint, Long> part) {
    return row.footprint().map(part).orElse(-1L);
  }

  private static String field(Field field, Lang lang) {
    return field.whole() ? lang.say("analyser.field.whole") : field.size().toString();
  }

  private static long area(Field field) {
    return field.whole() ? Long.MAX_VALUE : (long) field.size().height() * field.size().width();
  }

  private static String state(LayerRow row, Lang lang) {
    if (row.total() || row.finding().isPresent()) {
      return row.finding().map(problem -> lang.say(problem.sentence())).orElse("");
    }
    Optional<String> awaited = row.awaited().map(node -> lang.say("analyser.waits.for", lang.say(node.title())));
    return awaited.orElseGet(() -> lang.say(row.output().isPresent() ? "analyser.good" : "analyser.waits"));
  }
}
