package studio.backprop.teaching.print;

import java.util.Optional;

/** Draws formulas, for who can. */
public interface FormulaPictures {
  /** Draws none: formulas stand there as they are written. */
  FormulaPictures NONE = latex -> Optional.empty();

  /**
   * A formula as a picture.
   *
   * @param width in the size of the letters around it
   * @param height in the same
   * @param depth below the line on which letters stand, in the same
   */
  record Drawn(byte[] png, double width, double height, double depth) {}

  /** @return empty where it is no formula */
  Optional<Drawn> draw(String latex);
}
