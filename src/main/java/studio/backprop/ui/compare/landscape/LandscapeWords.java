package studio.backprop.ui.compare.landscape;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import studio.backprop.train.landscape.WeightPlane;
import studio.backprop.ui.compare.VariantWords;
import studio.backprop.ui.kit.Lang;

/** What is said around a map: its title, what its signs mean, its axes, and what it can and cannot show. */
final class LandscapeWords {
  private final LandscapeModel model;
  private final Lang lang;

  LandscapeWords(LandscapeModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
  }

  ObservableValue<String> title() {
    return Bindings.createStringBinding(
        () -> model.surfaceProperty().get().map(surface -> lang.say("landscape.title.surface", lang.say(surface.title())))
            .orElseGet(() -> lang.say("landscape.title.network")), model.surfaceProperty(), lang.textsProperty());
  }

  /** What the signs of the map mean. */
  ObservableValue<String> detail() {
    return Bindings.createStringBinding(() -> lang.say(
        model.surfaceProperty().get().isPresent() ? "landscape.map.detail" : "landscape.map.detail.network",
        TrailPainter.dotsEvery(model.lastStep())), model.surfaceProperty(), model.frameProperty(), lang.textsProperty());
  }

  /** What the map can show, and what it cannot. */
  String note() {
    Optional<NetworkSheet> sheet = model.sheet();
    if (model.surfaceProperty().get().isPresent()) {
      return lang.say("landscape.surface.note");
    }
    if (!sheet.map(NetworkSheet::alike).orElse(true)) {
      return lang.say("landscape.plane.unlike");
    }
    if (!sheet.map(NetworkSheet::shared).orElse(true)) {
      return lang.say("landscape.plane.other", VariantWords.letter(sheet.get().lane()));
    }
    boolean whole = sheet.flatMap(NetworkSheet::plane).filter(plane -> plane.kind() == WeightPlane.Kind.WEIGHTS).isPresent();
    return lang.say(whole ? "landscape.plane.whole" : "landscape.plane.note");
  }

  /** What an axis of the map is called. @param axis 0 to the right, 1 upwards */
  String axis(int axis) {
    if (model.surfaceProperty().get().isPresent()) {
      return axis == 0 ? "x" : "y";
    }
    WeightPlane plane = model.sheet().flatMap(NetworkSheet::plane).orElse(null);
    if (plane == null) {
      return "";
    }
    String which = axis == 0 ? "first" : "second";
    double share = axis == 0 ? plane.firstShare() : plane.secondShare();
    return switch (plane.kind()) {
      case WEIGHTS -> lang.say("landscape.axis.weight." + which);
      case STEPS -> lang.say("landscape.axis.steps." + which, lang.numbers().percent(share, 1));
      case RANDOM -> lang.say("landscape.axis.random." + which);
      case ENDS -> lang.say("landscape.axis.ends." + which);
    };
  }
}
