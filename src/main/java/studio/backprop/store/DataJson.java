package studio.backprop.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.backprop.data.Columns;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DrawnPoints;
import studio.backprop.data.KeptExample;
import studio.backprop.data.Scaling;
import studio.backprop.data.SequenceSettings;
import studio.backprop.data.TextLevel;
import studio.backprop.data.WrittenForm;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON of data settings. */
final class DataJson {
  private static final int MOST_COLUMNS = 100_000;

  private DataJson() {}

  /** Without user-drawn examples, see {@link #kept}. */
  static ObjectNode write(DataSettings data) {
    ObjectNode object = Json.object();
    object.put("dataset", data.dataset());
    object.put("points", data.points());
    object.put("noise", data.noise());
    object.put("scaling", Values.name(data.scaling()));
    object.put("validationShare", data.validationShare());
    object.put("testShare", data.testShare());
    object.put("seed", data.seed());
    ObjectNode columns = object.putObject("columns");
    if (data.columns().reading() != Columns.Reading.ROWS) {
      columns.put("reading", Values.name(data.columns().reading()));
    }
    if (!data.columns().time().isEmpty()) {
      columns.put("time", data.columns().time());
    }
    columns.put("target", data.columns().target());
    ArrayNode leftOut = columns.putArray("leftOut");
    data.columns().leftOut().forEach(leftOut::add);
    columns.put("task", Values.name(data.columns().task()));
    if (!data.columns().dates().isEmpty()) {
      ArrayNode dates = columns.putArray("dates");
      data.columns().dates().forEach(dates::add);
    }
    if (!data.sequence().equals(SequenceSettings.USUAL)) {
      object.set("sequence", write(data.sequence()));
    }
    if (!data.formula().equals(DataSettings.USUAL_FORMULA)) {
      object.put("formula", data.formula());
    }
    if (!data.drawn().equals(DrawnPoints.NONE)) {
      object.put("drawn", data.drawn().coordinates());
    }
    return object;
  }

  private static ObjectNode write(SequenceSettings sequence) {
    ObjectNode object = Json.object();
    object.put("lags", sequence.lags());
    object.put("horizon", sequence.horizon());
    object.put("length", sequence.length());
    object.put("level", Values.name(sequence.level()));
    object.put("words", sequence.words());
    return object;
  }

  /** Notation of converted columns. */
  static ArrayNode written(Map<String, WrittenForm> columns) {
    ArrayNode list = Json.object().putArray("written");
    new TreeMap<>(columns).forEach((column, written) -> {
      ObjectNode object = list.addObject();
      object.put("column", column);
      object.put("decimalComma", written.decimalComma());
      object.put("order", Values.name(written.order()));
      object.put("unit", written.unit());
    });
    return list;
  }

  /** Missing in older files. */
  static Map<String, WrittenForm> written(Fields root) throws StoreProblem {
    Map<String, WrittenForm> columns = new HashMap<>();
    for (Fields fields : root.objects("written", MOST_COLUMNS)) {
      WrittenForm written = new WrittenForm(Values.yesOrNo(fields.path("decimalComma"), fields.get("decimalComma")),
          fields.choice("order", WrittenForm.Order.class), fields.text("unit"));
      columns.put(fields.text("column"), written);
    }
    return columns;
  }

  /** User-drawn examples. */
  static void write(List<KeptExample> kept, ObjectNode to) {
    if (!kept.isEmpty()) {
      ArrayNode list = to.putArray("kept");
      kept.forEach(one -> list.addObject().put("dataset", one.dataset()).put("label", one.label()).put("pixels", one.pixels()));
    }
  }

  /** Missing in older files. */
  static List<KeptExample> kept(Fields root, int most) throws StoreProblem {
    List<KeptExample> kept = new ArrayList<>();
    for (Fields one : root.has("kept") ? root.objects("kept", most) : List.<Fields>of()) {
      String pixels = one.text("pixels");
      try {
        kept.add(new KeptExample(one.text("dataset"), one.whole("label", 0, Integer.MAX_VALUE), pixels));
      } catch (IllegalArgumentException e) {
        throw StoreProblem.value("store.not-base64", one.path("pixels"));
      }
    }
    return kept;
  }

  /** Missing in older files. */
  private static SequenceSettings sequence(Fields data) throws StoreProblem {
    if (!data.has("sequence")) {
      return SequenceSettings.USUAL;
    }
    Fields fields = data.object("sequence");
    return new SequenceSettings(
        fields.whole("lags", 1, SequenceSettings.MOST_LAGS),
        fields.whole("horizon", 1, SequenceSettings.MOST_HORIZON),
        fields.whole("length", SequenceSettings.LEAST_LENGTH, SequenceSettings.MOST_LENGTH),
        fields.choice("level", TextLevel.class),
        fields.whole("words", SequenceSettings.LEAST_WORDS, SequenceSettings.MOST_WORDS));
  }

  /** Older files have no kind of rows and no dates. */
  private static Columns columns(Fields fields) throws StoreProblem {
    return new Columns(
        fields.has("reading") ? fields.choice("reading", Columns.Reading.class) : Columns.Reading.ROWS,
        fields.text("target"),
        fields.has("time") ? fields.text("time") : "",
        fields.texts("leftOut", MOST_COLUMNS),
        fields.choice("task", Columns.Choice.class),
        fields.has("dates") ? fields.texts("dates", MOST_COLUMNS) : List.of());
  }

  /** Without user-drawn examples, see {@link #kept}. */
  static DataSettings read(Fields fields) throws StoreProblem {
    double validationShare = fields.real("validationShare", 0, DataSettings.MOST_HELD_OUT);
    double testShare = fields.real("testShare", 0, DataSettings.MOST_HELD_OUT);
    if (validationShare + testShare > DataSettings.MOST_HELD_OUT) {
      throw StoreProblem.value("store.shares", String.valueOf(DataSettings.MOST_HELD_OUT));
    }
    return new DataSettings(
        fields.text("dataset"),
        fields.whole("points", DataSettings.LEAST_POINTS, DataSettings.MOST_POINTS),
        fields.real("noise", 0, DataSettings.MOST_NOISE),
        fields.choice("scaling", Scaling.class),
        validationShare,
        testShare,
        fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE),
        columns(fields.object("columns")),
        sequence(fields),
        fields.has("formula") ? fields.text("formula") : DataSettings.USUAL_FORMULA,
        List.of(),
        drawn(fields));
  }

  /** Missing in older files. */
  private static DrawnPoints drawn(Fields data) throws StoreProblem {
    try {
      return data.has("drawn") ? new DrawnPoints(data.text("drawn")) : DrawnPoints.NONE;
    } catch (IllegalArgumentException e) {
      throw StoreProblem.value("store.not-drawn", data.path("drawn"), DrawnPoints.MOST);
    }
  }
}
