package studio.backprop.ui.compare.landscape;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import studio.backprop.landscape.WeightLayout;
import studio.backprop.landscape.WeightPlane;
import studio.backprop.landscape.WeightPlanes;
import studio.backprop.landscape.WeightTrail;
import studio.backprop.text.Message;
import studio.backprop.ui.compare.comparison.VariantTexts;
import studio.backprop.ui.kit.Lang;

/** Texts of the map: title, legend, axes, and limitations. */
final class LandscapeTexts {
  private static final int DIGITS = 3;

  private final LandscapeModel model;
  private final Lang lang;

  LandscapeTexts(LandscapeModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
  }

  /** Why there is no map, and what to do. */
  String empty() {
    return lang.say(model.network().failure().or(() -> model.twins().statusProperty().get().reason())
        .or(() -> model.sheet().flatMap(LossLandscapeState::problem))
        .orElseGet(() -> Message.of(model.twins().step() > 0 || isSmall() ? "landscape.computing" : "landscape.empty")));
  }

  ObservableValue<String> title() {
    return Bindings.createStringBinding(
        () -> model.surfaceProperty().get().map(surface -> lang.say("landscape.title.surface", lang.say(surface.title())))
            .orElseGet(() -> lang.say("landscape.title.network")), model.surfaceProperty(), lang.textsProperty());
  }

  /** Legend of the signs. @param relief whether it is a surface plot */
  ObservableValue<String> detail(ObservableBooleanValue relief) {
    return Bindings.createStringBinding(() -> relief.get() ? lang.say("landscape.relief.detail") : lang.say(
        model.surfaceProperty().get().isPresent() ? "landscape.map.detail" : "landscape.map.detail.network",
        TrailPainter.dotsEvery(model.lastStep())) + thinned(), relief, model.surfaceProperty(), model.frameProperty(),
        lang.textsProperty());
  }

  /** Which steps the loss curves contain. */
  ObservableValue<String> curves() {
    return Bindings.createStringBinding(() -> stride() > 1 ? lang.say("landscape.curves.detail.some", stride())
        : lang.say("landscape.curves.detail"), model.frameProperty(), lang.textsProperty());
  }

  /** Notes that long runs are recorded at an interval. */
  private String thinned() {
    return stride() > 1 ? lang.say("landscape.map.detail.some", stride()) : "";
  }

  private long stride() {
    return model.trails().stream().mapToLong(DrawnTrail::stride).max().orElse(1);
  }

  /** What the map can and cannot show. */
  String note() {
    boolean norms = model.sheet().filter(sheet -> sheet.centre().states().length > 0).isPresent();
    return norms ? lang.say("landscape.sentences", whatItShows(), lang.say("landscape.plane.norms")) : whatItShows();
  }

  private String whatItShows() {
    Optional<LossLandscapeState> sheet = model.sheet();
    if (model.surfaceProperty().get().isPresent()) {
      return lang.say(model.twins().networkHasMap() ? "landscape.surface.note"
          : model.twins().setup().base().assignment().acts() ? "landscape.surface.agent" : "landscape.surface.adversarial");
    }
    if (!sheet.map(LossLandscapeState::alike).orElse(true)) {
      LossLandscapeState known = sheet.get();
      return lang.say(
          "landscape.plane.unlike", letters(known, variant -> !known.fitting().get(variant)), VariantTexts.letter(known.lane()));
    }
    if (!sheet.map(LossLandscapeState::shared).orElse(true)) {
      LossLandscapeState known = sheet.get();
      WeightTrail centre = known.walked().get(known.lane());
      return lang.say("landscape.plane.other", letters(known, variant -> !known.walked().get(variant).sharesLoss(centre)),
          VariantTexts.letter(known.lane()));
    }
    boolean whole = sheet.flatMap(LossLandscapeState::plane).map(plane -> plane.kind() == WeightPlane.Kind.WEIGHTS)
        .orElseGet(this::isSmall); // as it will be
    return lang.say(whole ? "landscape.plane.whole" : "landscape.plane.note");
  }

  /** Whether the plane is the whole weight space, drawn before the first step. */
  private boolean isSmall() {
    return WeightPlanes.isWhole((int) Math.min(Integer.MAX_VALUE, model.twins().setup().base().network().analyse().parameterCount()));
  }

  /** Letters of matching variants, such as B, D. */
  private String letters(LossLandscapeState known, IntPredicate which) {
    return IntStream.range(0, known.walked().size()).filter(which).mapToObj(VariantTexts::letter)
        .collect(Collectors.joining(lang.say("landscape.list")));
  }

  /** Loss at the common start; of each variant where their networks compute different functions of the same weights. */
  String start() {
    List<String> losses = model.trails().stream().map(trail -> lang.numbers().significant(trail.losses()[0], DIGITS)).toList();
    if (model.trails().stream().anyMatch(trail -> Double.isNaN(trail.losses()[0]))) {
      return ""; // not known yet
    }
    if (model.sheet().map(LossLandscapeState::shared).orElse(true)) {
      return lang.say("landscape.map.start", losses.get(0));
    }
    return lang.say("landscape.map.start.each", IntStream.range(0, losses.size())
        .mapToObj(variant -> VariantTexts.letter(variant) + " " + losses.get(variant))
        .collect(Collectors.joining(lang.say("landscape.list"))));
  }

  /** The parameter, by name where that is unambiguous. */
  private String weight(int axis, String which) {
    WeightLayout layout = model.sheet().orElseThrow().walked().get(model.sheet().get().lane()).layout();
    boolean apart = layout.count() == 1 && axis == 0 || layout.count() == 2 && !layout.name(0).equals(layout.name(1));
    return apart ? lang.known("landscape.parameter." + layout.name(axis), layout.name(axis)) : lang.say("landscape.axis.weight." + which);
  }

  /** Axis title. @param axis 0 horizontal, 1 vertical */
  String axis(int axis) {
    if (model.surfaceProperty().get().isPresent()) {
      return axis == 0 ? "x" : "y";
    }
    WeightPlane plane = model.sheet().flatMap(LossLandscapeState::plane).orElse(null);
    if (plane == null) {
      return "";
    }
    String which = axis == 0 ? "first" : "second";
    double share = axis == 0 ? plane.firstShare() : plane.secondShare();
    return switch (plane.kind()) {
      case WEIGHTS -> weight(axis, which);
      case STEPS -> lang.say("landscape.axis.steps." + which, lang.numbers().percent(share, 1));
      case RANDOM -> lang.say("landscape.axis.random." + which);
      case ENDS -> lang.say("landscape.axis.ends." + which);
    };
  }
}
