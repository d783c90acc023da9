package studio.backprop.ui.design.designer.edit;

import java.util.List;
import java.util.Optional;
import studio.backprop.network.FittingLayer;
import studio.backprop.network.block.Block;
import studio.backprop.tensor.Shape;

/** Choice of a layer for a place of the canvas. */
public interface LayerChoice {
  /** Wire whose loose end waits there. */
  Optional<Draft> wire();

  /** Whether any layer fits, since there is no wire. */
  boolean free();

  double x();

  double y();

  List<FittingLayer> fitting();

  /** Input shape, if known. */
  Optional<Shape> given();

  /** Blocks that accept the input shape. */
  List<Block> blocks();

  void take(FittingLayer fitting);

  void take(Block block);
}
