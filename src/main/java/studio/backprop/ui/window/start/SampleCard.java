package studio.backprop.ui.window.start;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.store.Sample;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;

final class SampleCard extends Button {
  private static final PseudoClass CONVOLUTION = PseudoClass.getPseudoClass("convolution");
  private static final PseudoClass OPENING = PseudoClass.getPseudoClass("opening");

  private final BooleanProperty opening = new SimpleBooleanProperty(this, "opening");

  SampleCard(Sample sample, ObservableValue<SampleFacts> facts, Lang lang, ThemeModel theme) {
    SamplePicture picture = new SamplePicture(theme);
    Label title = new Label();
    title.getStyleClass().add("strong");
    title.textProperty().bind(lang.bind(sample.title().key()));
    Label line = new Label();
    line.getStyleClass().addAll("note", "mut");
    ObservableValue<Message> message = facts.map(SampleFacts::line);
    line.textProperty().bind(Bindings.when(opening).then(lang.bind("start.opening")).otherwise(lang.bind(message)));
    opening.subscribe(now -> pseudoClassStateChanged(OPENING, now));
    focusedProperty().subscribe(now -> opening.set(false)); // it was rejected, and the focus is back
    sceneProperty().subscribe(now -> opening.set(false));
    Region band = new Region();
    band.getStyleClass().add("band");
    HBox words = new HBox(band, new VBox(title, line, goal(sample, lang)));
    words.getStyleClass().add("words");
    VBox card = new VBox(picture, words);
    card.setFillWidth(true);
    card.prefWidthProperty().bind(widthProperty());
    setGraphic(card);
    getStyleClass().add("start-card");
    setId("sample-" + sample.name());
    Hints.whenPointedAt(this, () -> {
      Tooltip about = new Tooltip();
      about.textProperty().bind(lang.bind(sample.about().key()));
      return about;
    });
    accessibleTextProperty().bind(lang.bind("start.sample.spoken", lang.bind(sample.title().key()), lang.bind(sample.about().key())));
    facts.subscribe(found -> {
      if (found != null) {
        picture.show(found.preview());
        pseudoClassStateChanged(CONVOLUTION, found.convolves());
      }
    });
  }

  void showOpening() {
    opening.set(true);
  }

  private static Label goal(Sample sample, Lang lang) {
    Label goal = new Label();
    goal.getStyleClass().addAll("note", "mut");
    goal.textProperty().bind(lang.bind(sample.goal().title().key()));
    return goal;
  }
}
