package studio.backprop.teaching.print;

import java.util.Optional;

/** Renderer of LaTeX formulas. */
public interface FormulaPictures {
  /** Renders nothing: formulas remain as source text. */
  FormulaPictures NONE = latex -> Optional.empty();

  /**
   * Rendered formula; lengths in em.
   *
   * @param depth below the baseline
   */
  record Drawn(byte[] png, double width, double height, double depth) {}

  /** @return empty where it is no formula */
  Optional<Drawn> draw(String latex);
}
