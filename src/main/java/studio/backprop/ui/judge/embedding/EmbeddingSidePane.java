package studio.backprop.ui.judge.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.data.Part;
import studio.backprop.evaluate.embed.EmbeddingProjection;
import studio.backprop.text.Message;
import studio.backprop.ui.judge.embedding.EmbeddingChoice.Method;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.form.Choice;

/** Side panel of layout and colour settings. */
final class EmbeddingSidePane extends VBox {

  private final EmbeddingModel model;
  private final Lang lang;
  private final Hints hints;
  private final EmbeddingTexts words;
  private final Label title = new Label();
  private final Label what = new Label();
  private final StackPane perplexity = new StackPane();
  private final Label range = new Label();
  private final Choice<Optional<Part>> part;
  private List<Message> partTitles = List.of();
  private final Choice<PointColour> colour;
  private final VBox refusals = new VBox();
  private NumberModel number;
  private boolean filling;

  EmbeddingSidePane(EmbeddingModel model, Lang lang, Hints hints, ThemeModel theme, EmbeddingTexts words) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    this.words = words;
    getStyleClass().add("embedding-side");
    title.getStyleClass().add("panel-title");
    what.getStyleClass().addAll("note", "mut");
    what.setWrapText(true);
    part = new Choice<>(lang, List.of(), this::partTitle, lang.bind("embedding.examples"));
    part.setId("embedding-part");
    part.valueProperty().subscribe((before, now) -> {
      if (!filling && now != null) {
        model.choiceProperty().set(model.offer().suited(model.choiceProperty().get().withPart(now)));
      }
    });
    colour = new Choice<>(lang, List.of(),
        one -> model.data().map(data -> words.colour(data, one)).orElse(Message.of("embedding.named", "")), lang.bind("embedding.colour"));
    colour.setId("embedding-colour");
    colour.valueProperty().subscribe((before, now) -> {
      if (!filling && now != null) {
        model.colourProperty().set(now);
      }
    });
    range.getStyleClass().addAll("note", "mut");
    CheckBox live = new CheckBox();
    live.setId("embedding-live");
    live.selectedProperty().bindBidirectional(model.liveProperty());
    live.accessibleTextProperty().bind(lang.bind("embedding.live"));
    getChildren().addAll(title, what, row("embedding.method", null, method()), row("embedding.dimensions", null, dimensions()),
        row("embedding.perplexity", "perplexity-tsne", range, perplexity), refusals, row("embedding.examples", null, part),
        row("embedding.colour", null, colour), row("embedding.live", null, live), new EmbeddingFigures(model, lang, hints, theme, words));
    model.choiceProperty().subscribe(this::show);
    model.pointsProperty().subscribe((before, now) -> {
      if (before == null || now == null || before.outputs() != now.outputs()) {
        show();
      }
    });
    model.stateProperty().subscribe(this::show);
    model.colourProperty().subscribe(this::show);
    lang.whenWrittenAnew(this::show);
  }

  private Region row(String key, String term, Node... controls) {
    Label name = new Label();
    name.textProperty().bind(lang.bind(key));
    name.setMinWidth(Region.USE_PREF_SIZE);
    if (term != null) {
      new Terms(lang).explain(name, term);
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(name, gap);
    row.getChildren().addAll(controls);
    row.getStyleClass().add("setting");
    return row;
  }

  private Segmented<Method> method() {
    Segmented<Method> method = new Segmented<>(lang.bind("embedding.method"));
    for (Method one : Method.values()) {
      method.add(one, lang.bind(EmbeddingTexts.method(one).key()));
    }
    model.choiceProperty().subscribe(now -> method.valueProperty().set(now.method()));
    method.valueProperty().subscribe((before, now) -> model.choiceProperty().set(model.choiceProperty().get().with(now)));
    method.explain(Method.PCA, hints, "embedding.method.pca.help");
    method.explain(Method.TSNE, hints, "embedding.method.tsne.help");
    return method;
  }

  private Segmented<Integer> dimensions() {
    Segmented<Integer> dimensions = new Segmented<>(lang.bind("embedding.dimensions"));
    for (int count : new int[] {2, 3}) {
      dimensions.add(count, lang.bind("embedding.dimensions.of", count));
    }
    model.choiceProperty().subscribe(now -> dimensions.valueProperty().set(now.dimensions()));
    dimensions.valueProperty().subscribe((before, now) -> model.choiceProperty().set(model.choiceProperty().get().withDimensions(now)));
    return dimensions;
  }

  private Message partTitle(Optional<Part> one) {
    return Message.of("embedding.part", EmbeddingTexts.part(one), model.offer().rows(model.choiceProperty().get().withPart(one)));
  }

  private void show() {
    EmbeddingChoice now = model.choiceProperty().get();
    filling = true;
    List<Optional<Part>> parts = new ArrayList<>();
    model.data().ifPresent(data -> {
      for (Part one : Part.values()) {
        if (data.rows(one) >= EmbeddingProjection.FEWEST) {
          parts.add(Optional.of(one));
        }
      }
      parts.add(Optional.empty());
      fill(colour, PointColour.of(data), PointColour.of(data).contains(model.colourProperty().get()) ? model.colourProperty().get()
          : PointColour.of(data).get(0));
    });
    List<Message> titles = parts.stream().map(this::partTitle).toList();
    if (!titles.equals(partTitles)) {
      partTitles = titles;
      part.getItems().clear(); // counts of the same parts differ between data
    }
    fill(part, parts, now.part());
    filling = false;
    if (colour.getValue() != null && !colour.getValue().equals(model.colourProperty().get())) {
      model.colourProperty().set(colour.getValue());
    }
    title.setText(lang.say(EmbeddingTexts.method(now.method())));
    showPerplexity(now);
    EmbeddedPoints points = model.pointsProperty().get();
    Sight.show(what, points != null);
    if (points != null) {
      boolean some = points.size() < points.available();
      what.setText(lang.say(some ? "embedding.what.sample" : "embedding.what", points.size(), lang.say(EmbeddingTexts.part(now.part())),
          points.width(), points.available()));
    }
  }

  private static <T> void fill(Choice<T> choice, List<T> items, T value) {
    if (!choice.getItems().equals(items)) {
      choice.getItems().setAll(items);
      choice.setValue(null); // a button whose list has changed updates only if its value changes, too
    }
    if (!choice.isShowing()) {
      choice.setValue(value);
    }
  }

  private void showPerplexity(EmbeddingChoice now) {
    Node row = perplexity.getParent();
    Sight.show(row, now.method() == Method.TSNE);
    int points = model.offer().sampled(now);
    double most = EmbeddingProjection.mostPerplexity(points);
    if (most < 2) {
      return;
    }
    double least = EmbeddingProjection.leastPerplexity(points);
    range.setText(lang.say("embedding.range", lang.numbers().entry(least), lang.numbers().entry(most)));
    if (number == null || number.range().max() != most || number.range().min() != least) {
      number = new NumberModel(NumberRange.real(least, most, 1), Math.max(least, Math.min(most, now.perplexity())));
      number.valueProperty().subscribe((before, value) ->
          model.choiceProperty().set(model.choiceProperty().get().withPerplexity(value.doubleValue())));
      refusals.getChildren().clear();
      NumberField field = new NumberField(lang, number, lang.bind("embedding.perplexity")).digits(4).refuseIn(refusals);
      field.setId("embedding-perplexity");
      perplexity.getChildren().setAll(field);
    } else if (number.value() != now.perplexity()) {
      number.valueProperty().set(now.perplexity());
    }
  }
}
