package studio.backprop.ui.design.palette;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.layer.LayerType;
import studio.backprop.network.block.Block;
import studio.backprop.observe.LayerDemo;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.formula.Formula;
import studio.backprop.ui.kit.formula.Typesetter;

/** Popover of a layer type beside the palette, on hover or keyboard focus: a demonstration on an example, its formula and its use. */
final class LayerCard extends VBox {
  private static final double WIDTH = 340;
  private static final double LETTERS = 14;
  private static final double MARGIN = 8;

  private final Lang lang;
  private final ObjectProperty<Message> title = new SimpleObjectProperty<>(this, "title");
  private final ObjectProperty<Message> help = new SimpleObjectProperty<>(this, "help");
  private final HBox picture = new HBox();
  private final Label computed = new Label();
  private final VBox formulas = new VBox();
  private final PauseTransition patience = new PauseTransition(Motion.PATIENCE);
  private final Map<LayerType, LayerDemo> known = new HashMap<>();
  private Optional<Illustration> illustration = Optional.empty();
  private Optional<LayerType> shown = Optional.empty();
  private final Region panel;
  private Node chip;

  private record Illustration(ThemeModel theme, Typesetter typesetter, Demos demos) {}

  /** @param panel the panel that it stands to the right of */
  LayerCard(Lang lang, Region panel) {
    this.lang = lang;
    this.panel = panel;
    getStyleClass().addAll("card", "pop", "layer-card");
    Label name = new Label();
    name.getStyleClass().add("strong");
    name.textProperty().bind(lang.bind(title));
    Label words = new Label();
    words.getStyleClass().addAll("note", "mut");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.textProperty().bind(lang.bind(help));
    picture.getStyleClass().add("demo");
    computed.getStyleClass().addAll("note", "mut");
    computed.textProperty().bind(lang.bind("palette.demo"));
    getChildren().addAll(name, words, picture, computed, formulas);
    for (Node part : List.of(picture, computed, formulas)) {
      part.managedProperty().bind(part.visibleProperty());
      part.setVisible(false);
    }
    setManaged(false);
    setMouseTransparent(true); // the mouse is at the chip that it explains
    setVisible(false);
  }

  /** Adds a demonstration and the formula. */
  void illustrate(ThemeModel theme, Typesetter typesetter, Demos demos) {
    illustration = Optional.of(new Illustration(theme, typesetter, demos));
  }

  /** Shows the popover while a chip has the mouse or the keyboard focus. */
  void explain(Chip of, LayerType type) {
    follow(of, () -> show(of, type.title(), type.help(), Optional.of(type)));
  }

  void explain(Chip of, Block block) {
    follow(of, () -> show(of, block.title(), block.help(), Optional.empty()));
  }

  private void follow(Chip of, Runnable show) {
    of.hoverProperty().subscribe((before, over) -> {
      if (over) {
        later(show);
      } else {
        leave(of);
      }
    });
    of.focusVisibleProperty().subscribe((before, led) -> {
      if (led) {
        show.run();
      } else if (!of.isHover()) {
        leave(of);
      }
    });
    of.pressedProperty().subscribe((before, pressed) -> {
      if (pressed) {
        hide();
      }
    });
  }

  /** While the popover is open, the next chip is shown without delay. */
  private void later(Runnable show) {
    if (isVisible()) {
      show.run();
    } else {
      patience.setOnFinished(event -> show.run());
      patience.playFromStart();
    }
  }

  private void leave(Chip left) {
    if (chip == left || chip == null) {
      hide();
    }
  }

  void hide() {
    patience.stop();
    chip = null;
    shown = Optional.empty();
    setVisible(false);
  }

  private void show(Chip of, Message called, Message sentence, Optional<LayerType> type) {
    patience.stop();
    chip = of;
    shown = type;
    title.set(called);
    help.set(sentence);
    formulas.getChildren().clear();
    illustration.ifPresent(with -> type.ifPresent(kind -> {
      Formula formula = new Formula(with.typesetter, LETTERS);
      formula.latexProperty().set(kind.fresh().formula());
      formulas.getChildren().add(formula);
    }));
    formulas.setVisible(!formulas.getChildren().isEmpty());
    picture(Optional.empty());
    type.ifPresent(this::illustrate);
    setVisible(true);
    place();
  }

  private void illustrate(LayerType type) {
    Optional<LayerDemo> demo = Optional.ofNullable(known.get(type));
    picture(demo);
    if (demo.isEmpty()) {
      illustration.ifPresent(with -> with.demos.ask(type, done -> {
        known.put(type, done);
        if (shown.equals(Optional.of(type))) {
          picture(Optional.of(done));
          place();
        }
      }));
    }
  }

  private void picture(Optional<LayerDemo> demo) {
    picture.getChildren().clear();
    demo.ifPresent(seen -> {
      ThemeModel theme = illustration.orElseThrow().theme;
      seen.in().forEach(part -> picture.getChildren().add(new DemoPicture(part, theme, lang)));
      if (!seen.in().isEmpty()) {
        picture.getChildren().add(Icon.ARROW_RIGHT.view());
      }
      picture.getChildren().add(new DemoPicture(seen.out(), theme, lang));
    });
    picture.setVisible(demo.isPresent());
    computed.setVisible(demo.isPresent());
  }

  /** A formula is typeset asynchronously and takes its room only then. */
  @Override
  protected void layoutChildren() {
    if (chip != null && Math.abs(prefHeight(WIDTH) - getHeight()) >= 1) {
      place();
    }
    super.layoutChildren();
  }

  /** To the right of the panel at the height of the chip, as far as it fits. */
  private void place() {
    applyCss();
    double height = Math.ceil(prefHeight(WIDTH));
    double top = panel.getParent().sceneToLocal(chip.localToScene(0, 0)).getY();
    double lowest = panel.getHeight() - height - MARGIN;
    resizeRelocate(
        panel.getLayoutX() + panel.getWidth() + MARGIN, Math.rint(Math.max(MARGIN, Math.min(lowest, top - MARGIN))), WIDTH, height);
  }
}
