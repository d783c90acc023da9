package studio.backprop.ui.design.designer.edit;

import java.util.List;
import java.util.Optional;
import studio.backprop.network.FittingLayer;
import studio.backprop.network.block.Block;
import studio.backprop.tensor.Shape;

/** A choice of what shall stand at a place of the canvas. */
public interface LayerChoice {
  /** The wire whose loose end waits there. */
  Optional<Draft> wire();

  /** Whether any layer will do, since there is nothing to fit to. */
  boolean free();

  double x();

  double y();

  /** The layers that fit there. */
  List<FittingLayer> fitting();

  /** What comes in there, where that is known. */
  Optional<Shape> given();

  /** The blocks that take what comes in there. */
  List<Block> blocks();

  /** Ends it with a layer. */
  void take(FittingLayer fitting);

  /** Ends it with a block. */
  void take(Block block);
}
