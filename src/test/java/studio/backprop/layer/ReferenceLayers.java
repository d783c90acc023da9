package studio.backprop.layer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Init;
import tools.jackson.databind.JsonNode;

/** Layers as the reference files describe them: by name and settings of PyTorch's kind. */
public final class ReferenceLayers {
  private static final Size ONE = Size.square(1);
  private static final Init GLOROT = Init.of(Init.Kind.GLOROT_UNIFORM);

  private static final Map<String, Function<JsonNode, Layer>> BUILT =
      Map.ofEntries(
          Map.entry("dense", ReferenceLayers::dense),
          Map.entry("activation", config -> new Activate(choice(Activation.class, config.get("function")))),
          Map.entry("flatten", config -> new Flatten()),
          Map.entry("batch_norm", c -> new BatchNorm(c.get("momentum").asDouble(), c.get("epsilon").asDouble(), true)),
          Map.entry("layer_norm", config -> new LayerNorm(config.get("epsilon").asDouble(), true)),
          Map.entry("conv2d", ReferenceLayers::conv2d),
          Map.entry("conv1d", ReferenceLayers::conv1d),
          Map.entry("conv2d_transpose", ReferenceLayers::conv2dTranspose),
          Map.entry("upsample2d", c -> new Upsample2d(size(c.get("scale")))),
          Map.entry("max_pool2d", c -> new MaxPool2d(kernel(c), stride(c, kernel(c)), padding(c), pad(c))),
          Map.entry("avg_pool2d", c -> new AvgPool2d(kernel(c), stride(c, kernel(c)), padding(c), pad(c))),
          Map.entry("global_avg_pool2d", config -> new GlobalAvgPool2d()),
          Map.entry("global_max_pool2d", config -> new GlobalMaxPool2d()),
          Map.entry("simple_rnn", c -> new SimpleRnn(units(c), sequence(c), bidirectional(c), 0, GLOROT, true)),
          Map.entry("lstm", c -> new Lstm(units(c), sequence(c), bidirectional(c), 0, GLOROT, true)),
          Map.entry("gru", c -> new Gru(units(c), sequence(c), bidirectional(c), 0, GLOROT, true)),
          Map.entry("embedding", c -> Embedding.of(c.get("vocabulary").asInt(), c.get("dimension").asInt())),
          Map.entry("multi_head_attention", ReferenceLayers::attention),
          Map.entry("graph_conv", c -> new GraphConv(units(c), activation(c), GLOROT, bias(c), true)),
          Map.entry("add", config -> new Add()),
          Map.entry("multiply", config -> new Multiply()),
          Map.entry("concat", config -> new Concatenate()));

  private ReferenceLayers() {}

  /**
   * The layer of that name with these settings.
   *
   * @throws IllegalArgumentException if nobody knows the name
   */
  public static Layer make(String name, JsonNode config) {
    if (BUILT.containsKey(name)) {
      return BUILT.get(name).apply(config);
    }
    LayerType type = LayerCatalog.find(name).orElseThrow(() -> new IllegalArgumentException("the reference has an unknown layer: " + name));
    return withSettings(type, config);
  }

  /** A layer as it is first placed, with the numbers and switches that the reference names as the layer does. */
  private static Layer withSettings(LayerType type, JsonNode config) {
    Map<String, Object> values = new LinkedHashMap<>(type.values(type.fresh()));
    values.replaceAll((setting, usual) -> {
      JsonNode given = config.get(setting);
      return given == null ? usual : given.isBoolean() ? given.asBoolean() : given.isInt() ? given.asInt() : (Object) given.asDouble();
    });
    return type.form().make(values);
  }

  private static Layer dense(JsonNode config) {
    Activation activation = activation(config);
    return new Dense(units(config), activation, activation.suitedInit(), bias(config), true);
  }

  private static Layer attention(JsonNode config) {
    boolean causal = config.has("causal") && config.get("causal").asBoolean();
    return new MultiHeadAttention(config.get("heads").asInt(), causal, GLOROT, bias(config), true);
  }

  private static int units(JsonNode config) {
    return config.get("units").asInt();
  }

  private static boolean sequence(JsonNode config) {
    return config.get("returnSequences").asBoolean();
  }

  private static boolean bidirectional(JsonNode config) {
    return config.has("bidirectional") && config.get("bidirectional").asBoolean();
  }

  private static Layer conv1d(JsonNode config) {
    Activation activation = activation(config);
    return new Conv1d(
        config.get("filters").asInt(),
        number(config, "kernel", 1),
        number(config, "stride", 1),
        padding(config),
        padding(config) == Padding.EXPLICIT ? number(config, "padding", 0) : 0,
        number(config, "dilation", 1),
        number(config, "groups", 1),
        activation,
        activation.suitedInit(),
        bias(config),
        true);
  }

  private static Layer conv2dTranspose(JsonNode config) {
    Activation activation = activation(config);
    return new Conv2dTranspose(
        config.get("filters").asInt(),
        kernel(config),
        stride(config, ONE),
        pad(config),
        size(config, "outputPadding", Size.square(0)),
        size(config, "dilation", ONE),
        number(config, "groups", 1),
        activation,
        activation.suitedInit(),
        bias(config),
        true);
  }

  private static Layer conv2d(JsonNode config) {
    Activation activation = activation(config);
    return new Conv2d(
        config.get("filters").asInt(),
        kernel(config),
        stride(config, ONE),
        padding(config),
        pad(config),
        size(config, "dilation", ONE),
        number(config, "groups", 1),
        activation,
        activation.suitedInit(),
        bias(config),
        true);
  }

  private static Activation activation(JsonNode config) {
    return config.has("activation") ? choice(Activation.class, config.get("activation")) : Activation.NONE;
  }

  private static boolean bias(JsonNode config) {
    return !config.has("useBias") || config.get("useBias").asBoolean();
  }

  private static Size kernel(JsonNode config) {
    return size(config.get("kernel"));
  }

  private static Size stride(JsonNode config, Size usual) {
    return size(config, "stride", usual);
  }

  private static Size size(JsonNode config, String name, Size usual) {
    return config.has(name) ? size(config.get(name)) : usual;
  }

  /** A number, which may stand alone or as a list of one. */
  private static int number(JsonNode config, String name, int usual) {
    if (!config.has(name)) {
      return usual;
    }
    JsonNode number = config.get(name);
    return number.isArray() ? number.get(0).asInt() : number.asInt();
  }

  private static Padding padding(JsonNode config) {
    JsonNode padding = config.get("padding");
    if (padding == null) {
      return Padding.VALID;
    }
    return padding.isString() ? choice(Padding.class, padding) : Padding.EXPLICIT;
  }

  private static Size pad(JsonNode config) {
    return padding(config) == Padding.EXPLICIT ? size(config.get("padding")) : Size.square(0);
  }

  private static Size size(JsonNode pair) {
    return pair.isArray() ? new Size(pair.get(0).asInt(), pair.get(1).asInt()) : Size.square(pair.asInt());
  }

  static <E extends Enum<E>> E choice(Class<E> type, JsonNode name) {
    return Enum.valueOf(type, name.asString().toUpperCase(Locale.ROOT));
  }
}
