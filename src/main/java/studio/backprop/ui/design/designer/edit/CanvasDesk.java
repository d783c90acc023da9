package studio.backprop.ui.design.designer.edit;

import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.workspace.attribution.AttributionFeed;
import studio.backprop.ui.workspace.run.ColourReach;
import studio.backprop.ui.workspace.run.FirstLoss;
import studio.backprop.ui.workspace.run.FocusModel;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * What every part of the canvas works with.
 *
 * @param glide nodes on their way
 * @param places where things are seen at this moment, also on their way; the model's are where they belong
 * @param reach how far the colours of the pictures reach
 * @param changes how much all numbers differ from the step before
 * @param first the loss before the first step
 * @param tint what the colours of the input come from, while it is tinted
 */
public record CanvasDesk(DesignerModel model, RunModel run, Lang lang, ThemeModel theme, Motion motion, Hints hints, Glide glide,
    CanvasPlaces places, ColourReach reach, Changes changes, FirstLoss first, AttributionFeed tint) {
  /** Whether a hand can set the weights that are seen: not while a number is followed, nor while the past is looked at. */
  public boolean setsWeights() {
    return model.lens() == Lens.WEIGHTS && !focus().followed().wantedProperty().get() && run.weights().possible();
  }

  /** What a person attends to. */
  public FocusModel focus() {
    return run.focus();
  }
}
