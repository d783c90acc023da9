package studio.backprop.ui.design.inspector;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.generative.DiscriminatorRoute;
import studio.backprop.generative.GeneratorView;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.form.NamedValues;

/**
 * Discriminator section: outputs for real and generated examples, its gradient for one generated example, and its activations for the
 * clicked example.
 */
final class AdversarialSights extends VBox {
  private static final int DIGITS = 3;

  private final AdversarialModel model;
  private final Lang lang;
  private final VBox route = new VBox();

  AdversarialSights(AdversarialModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    getStyleClass().add("gap-8");
    Label hint = new Label();
    hint.getStyleClass().addAll("note", "mut");
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    hint.textProperty().bind(lang.bind("adversarial.route.hint"));
    getChildren().setAll(
        over("adversarial.believes", "discriminator"), beliefs(),
        over("adversarial.point", "latent-vector"), point(),
        over("adversarial.route", "discriminator"), hint, route);
    model.generator().routeProperty().subscribe(this::showRoute);
    lang.textsProperty().subscribe(texts -> showRoute());
  }

  /** Heading with the round of the numbers below it. */
  private HBox over(String key, String term) {
    Label round = new Label();
    round.getStyleClass().addAll("note", "mut");
    round.setMinWidth(Region.USE_PREF_SIZE);
    round.textProperty().bind(said(seen -> lang.say("step.at.round", seen.step())));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox over = new HBox(AdversarialPart.heading(lang, key, term), gap, round);
    over.getStyleClass().add("gap-8");
    return over;
  }

  private void showRoute() {
    route.getChildren().clear();
    Optional<DiscriminatorRoute> found = model.generator().routeProperty().get();
    found.ifPresent(way -> {
      NamedValues rows = new NamedValues().row(lang.bind("adversarial.route.example"), constant(numbers(way.example())));
      way.stops().forEach(stop -> rows.row(constant(model.name(stop.node())), constant(numbers(stop.output()))));
      route.getChildren().setAll(rows.row(lang.bind("adversarial.route.said"), constant(number(way.said()))));
    });
  }

  private static ObservableValue<String> constant(String text) {
    return new SimpleStringProperty(text);
  }

  /** All of few numbers; of many, how many are positive and the norm. */
  private String numbers(float[] all) {
    if (all.length <= 2) {
      return vector(all, 0, all.length);
    }
    int above = 0;
    double squares = 0;
    for (float one : all) {
      above += one > 0 ? 1 : 0;
      squares += (double) one * one;
    }
    return lang.say("adversarial.route.units", above, all.length, number(Math.sqrt(squares)));
  }

  private NamedValues beliefs() {
    return new NamedValues()
        .row(lang.bind("adversarial.on_real"), said(seen -> number(seen.meanReal())))
        .row(lang.bind("adversarial.on_generated"), said(seen -> number(seen.meanGenerated())), lang.bind("adversarial.balance"))
        .row(lang.bind("adversarial.right"), said(seen -> lang.numbers().percent(seen.right())), lang.bind("adversarial.right.detail"))
        .row(lang.bind("adversarial.slope"), said(seen -> number(seen.slope())), lang.bind("adversarial.slope.detail"));
  }

  private NamedValues point() {
    return new NamedValues()
        .row(lang.bind("adversarial.point.number"), said(seen -> lang.numbers().whole(model.generator().told() + 1L)),
            lang.bind("adversarial.point.detail"))
        .row(lang.bind("adversarial.z"), said(seen -> vector(seen.z(), seen.latent())))
        .row(lang.bind("adversarial.x"), said(seen -> vector(seen.generated(), seen.numbers())))
        .row(lang.bind("adversarial.said"), said(seen -> number(seen.said()[model.generator().told()])))
        .row(lang.bind("adversarial.pull"), said(seen -> vector(seen.pull(), seen.numbers())))
        .row(lang.bind("adversarial.nearest"), said(this::nearest));
  }

  private String nearest(GeneratorView seen) {
    int told = model.generator().told();
    int mode = seen.nearestMode(told);
    return mode < 0 ? lang.say("adversarial.none") : lang.say("adversarial.away", mode + 1, number(seen.distance(told, mode)));
  }

  /** All of few numbers, of many the norm. */
  private String vector(float[] all, int width) {
    int told = model.generator().told();
    if (width > 2) {
      double squares = 0;
      for (int i = 0; i < width; i++) {
        squares += (double) all[told * width + i] * all[told * width + i];
      }
      return lang.say("adversarial.length", width, number(Math.sqrt(squares)));
    }
    return vector(all, told * width, width);
  }

  private String vector(float[] all, int from, int width) {
    if (width == 1) {
      return number(all[from]);
    }
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < width; i++) {
      text.append(i == 0 ? "" : ", ").append(number(all[from + i]));
    }
    return text.append(")").toString();
  }

  private String number(double value) {
    return lang.numbers().significant(value, DIGITS);
  }

  /** Text of a part of the latest output. */
  @FunctionalInterface
  private interface Saying {
    String of(GeneratorView seen);
  }

  private ObservableValue<String> said(Saying saying) {
    return Bindings.createStringBinding(() -> {
      GeneratorView seen = model.generator().lookProperty().get();
      return seen == null ? lang.say("adversarial.none") : saying.of(seen);
    }, model.generator().lookProperty(), model.generator().pointProperty(), lang.textsProperty());
  }
}
