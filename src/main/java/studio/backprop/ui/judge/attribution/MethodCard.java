package studio.backprop.ui.judge.attribution;

import java.util.Arrays;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.evaluate.attribution.AttributionMap;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;

/** Attribution map of one method, its figures, and below it the map with random weights. A click lists its values. */
final class MethodCard extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double MOST = 208;

  private final AttributionMethod method;
  private final Lang lang;
  private final AttributionTexts words;
  private final AttributionPicture picture;
  private final AttributionPicture random;
  private final Label caption = new Label();
  private final Label randomName = new Label();

  MethodCard(AttributionMethod method, AttributionModel model, Lang lang, ThemeModel theme, AttributionTexts words) {
    this.method = method;
    this.lang = lang;
    this.words = words;
    picture = new AttributionPicture(theme, words);
    random = new AttributionPicture(theme, words);
    getStyleClass().addAll("card", "method-card");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    Label name = new Label();
    name.getStyleClass().add("strong");
    name.textProperty().bind(lang.bind(AttributionTexts.key(method)));
    new Terms(lang).explain(name, term(method));
    name.setMinWidth(0);
    caption.getStyleClass().addAll("note", "mut");
    caption.setWrapText(true);
    caption.getStyleClass().add("caption");
    randomName.getStyleClass().addAll("note", "mut");
    randomName.textProperty().bind(lang.bind("reason.random.of"));
    getChildren().addAll(new HBox(name), picture, caption, randomName, random);
    asTall(picture, this);
    asTall(random, this);
    setMinWidth(0);
    setPrefWidth(1);
    HBox.setHgrow(this, Priority.ALWAYS);
    model.methodProperty().subscribe(now -> pseudoClassStateChanged(CHOSEN, now == method));
    setOnMouseClicked(event -> {
      requestFocus();
      model.methodProperty().set(method);
    });
    addEventHandler(KeyEvent.KEY_PRESSED, key -> {
      if (key.getCode() == KeyCode.SPACE || key.getCode() == KeyCode.ENTER) {
        model.methodProperty().set(method);
        key.consume();
      }
    });
  }

  /** Sizes a picture to the width of its card and, as images are about square, the same height. */
  static void asTall(Region picture, Region card) {
    picture.minHeightProperty().bind(card.widthProperty().subtract(24).map(width -> Math.min(MOST, width.doubleValue())));
    picture.prefHeightProperty().bind(picture.minHeightProperty());
    picture.maxHeightProperty().bind(picture.minHeightProperty());
  }

  AttributionMethod method() {
    return method;
  }

  static String term(AttributionMethod method) {
    return switch (method) {
      case SALIENCY -> "saliency";
      case SMOOTH_GRAD -> "smoothgrad";
      case INTEGRATED_GRADIENTS -> "integrated-gradients";
      case GRAD_CAM, HIRES_CAM -> "grad-cam";
      case OCCLUSION -> "occlusion";
    };
  }

  /** @param shared whether pictures of the same unit share a scale */
  void show(ExplainedExample now, String layer, boolean shared) {
    boolean size = method == AttributionMethod.SALIENCY;
    AttributionMap map = now.map(method).orElse(null);
    picture.show(now, map, now.largest(method, shared), size);
    caption.setText(map == null ? lang.say("reason.pending") : caption(now, map, layer));
    picture.name(lang.say(AttributionTexts.key(method)) + ": " + caption.getText());
    setAccessibleText(lang.say(AttributionTexts.key(method)) + ": " + caption.getText());
    Sight.show(random, now.asked().random());
    Sight.show(randomName, now.asked().random());
    if (now.asked().random()) {
      random.show(now, now.random(method).orElse(null), now.largestRandom(method, shared), size);
      random.name(lang.say(AttributionTexts.key(method)) + ": " + lang.say("reason.random.of"));
    }
  }

  private String caption(ExplainedExample now, AttributionMap map, String layer) {
    return switch (method) {
      case SALIENCY, SMOOTH_GRAD -> lang.say("reason.caption." + method.name().toLowerCase(Locale.ROOT),
          words.number(map.largest()));
      case GRAD_CAM, HIRES_CAM -> map.isEmpty() ? lang.say("reason.caption.empty", layer)
          : lang.say("reason.caption." + method.name().toLowerCase(Locale.ROOT), layer,
              words.number(Arrays.stream(map.values()).max().orElse(0))); // the interpolated map is lower between cells
      case INTEGRATED_GRADIENTS -> lang.say("reason.caption.integrated_gradients", words.signed(map.raising()),
          words.signed(map.lowering()), lang.say(AttributionTexts.key(now.baseline(), now.data())));
      case OCCLUSION -> lang.say("reason.caption.occlusion", words.number(map.largest()));
    };
  }
}
