package studio.backprop.ui.compare.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.landscape.surface.TestSurface;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.formula.Formula;
import studio.backprop.ui.kit.formula.Typesetter;

/** Choice of the landscape: the network's own or a test surface, as buttons or, where there is no room, a list. */
final class SurfaceBar extends HBox {
  private static final double ROOM = 1400;
  private static final double FORMULA = 14;

  private final List<Optional<TestSurface>> choices = choices();

  private final Runnable nextPlane;

  /** @param chosen called after a choice, to return the focus to the page */
  SurfaceBar(LandscapeModel model, Lang lang, Hints hints, Typesetter typesetter, Runnable chosen) {
    getStyleClass().add("setup-bar");
    Label name = new Label();
    name.getStyleClass().add("mut");
    name.textProperty().bind(lang.bind("landscape.surface"));
    name.setMinWidth(USE_PREF_SIZE);
    Segmented<Optional<TestSurface>> all = all(model, lang, hints);
    ComboBox<Optional<TestSurface>> list = list(model, lang, hints, chosen);
    name.setLabelFor(list);
    Runnable fit = () -> {
      // no room for all beside the settings of a plane
      boolean wide = getWidth() >= ROOM && model.surfaceProperty().get().isPresent();
      Sight.show(all, wide);
      Sight.show(list, !wide);
    };
    widthProperty().subscribe(fit);
    model.surfaceProperty().subscribe(surface -> fit.run());
    Formula formula = new Formula(typesetter, FORMULA);
    formula.getStyleClass().add("surface-formula");
    model.surfaceProperty().subscribe(surface -> formula.latexProperty().set(surface.map(one -> "L = " + one.formula()).orElse("")));
    HBox.setHgrow(formula, Priority.ALWAYS);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    NetworkBar network = new NetworkBar(model, lang, hints, chosen);
    nextPlane = network::nextPlane;
    Node back = back(model, lang, hints, chosen);
    getChildren().addAll(name, all, list, network, formula, gap, back, four(model, lang, hints, chosen));
    for (Node one : List.of(all, list, network, back)) {
      one.visibleProperty().subscribe((was, now) -> keepFocus(one, now, chosen));
    }
    model.twins().setup().variantsProperty().subscribe(variants -> {
      List<Optional<TestSurface>> offered = model.twins().networkHasMap() ? choices : choices.stream().filter(Optional::isPresent).toList();
      if (!list.getItems().equals(offered)) {
        list.valueProperty().unbindBidirectional(model.surfaceProperty()); // while its items change, a list has no value
        list.getItems().setAll(offered);
        list.valueProperty().bindBidirectional(model.surfaceProperty());
      }
      all.offerOnly(offered);
    });
  }

  /** The focus of a removed control would move to the next button, the four optimizers, and Enter would press it. */
  private static void keepFocus(Node one, boolean shown, Runnable chosen) {
    Node focused = one.getScene() == null ? null : one.getScene().getFocusOwner();
    for (Node at = focused; at != null && !shown; at = at.getParent()) {
      if (at == one) {
        chosen.run();
        return;
      }
    }
  }

  void nextPlane() {
    nextPlane.run();
  }

  /** The network's own landscape (empty), and all test surfaces. */
  static List<Optional<TestSurface>> choices() {
    return Stream.concat(Stream.of(Optional.<TestSurface>empty()), Arrays.stream(TestSurface.values()).map(Optional::of)).toList();
  }

  static String key(Optional<TestSurface> choice) {
    return choice.map(surface -> surface.title().key()).orElse("landscape.surface.network");
  }

  private Segmented<Optional<TestSurface>> all(LandscapeModel model, Lang lang, Hints hints) {
    Segmented<Optional<TestSurface>> all = new Segmented<>(lang.bind("landscape.surface"));
    all.setId("landscape-surfaces");
    for (Optional<TestSurface> choice : choices) {
      all.add(choice, lang.bind(key(choice)));
      all.explain(choice, hints, key(choice) + ".help");
    }
    all.valueProperty().bindBidirectional(model.surfaceProperty());
    return all;
  }

  private ComboBox<Optional<TestSurface>> list(LandscapeModel model, Lang lang, Hints hints, Runnable chosen) {
    ComboBox<Optional<TestSurface>> list =
        new LocalizedChoice<>("landscape-surface", lang, hints, "landscape.surface.help", choice -> lang.say(key(choice)), chosen);
    list.getItems().setAll(choices);
    list.valueProperty().bindBidirectional(model.surfaceProperty());
    return list;
  }

  private static Node back(LandscapeModel model, Lang lang, Hints hints, Runnable chosen) {
    Button back = new Button(null, Icon.UNDO.view());
    back.setId("four-undo");
    back.textProperty().bind(lang.bind("landscape.four.undo"));
    back.setMinWidth(USE_PREF_SIZE);
    back.setOnAction(event -> {
      model.undoFour();
      chosen.run();
    });
    hints.explain(back, KeyCombination.valueOf("Shortcut+Z"), "landscape.four.undo.help");
    model.lanes().beforeProperty().subscribe(before -> Sight.show(back, before.isPresent()));
    return back;
  }

  private static Node four(LandscapeModel model, Lang lang, Hints hints, Runnable chosen) {
    Button four = new Button(null, Icon.TWINS.view());
    four.setId("four-optimizers");
    four.textProperty().bind(lang.bind("landscape.four"));
    four.setMinWidth(USE_PREF_SIZE);
    four.setOnAction(event -> {
      model.proposeOptimizers();
      chosen.run();
    });
    hints.explain(four, "landscape.four.help");
    return four;
  }
}
