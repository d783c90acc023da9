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
 * Context shared by all parts of the canvas.
 *
 * @param glide animation of moved nodes
 * @param places visible positions, including animations; the model has the final ones
 * @param reach range of the pictures' colours
 * @param changes differences from the previous step
 * @param first loss before the first step
 * @param tint attributions of the input
 */
public record CanvasDesk(DesignerModel model, RunModel run, Lang lang, ThemeModel theme, Motion motion, Hints hints, Glide glide,
    CanvasPlaces places, ColourReach reach, Changes changes, FirstLoss first, AttributionFeed tint) {
  /** Whether weights can be edited on the canvas: not while a number is followed or a past step is shown. */
  public boolean setsWeights() {
    return model.lens() == Lens.WEIGHTS && !focus().followed().wantedProperty().get() && run.weights().possible();
  }

  public FocusModel focus() {
    return run.focus();
  }
}
