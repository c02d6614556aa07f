package undercurrent.math;

/**
 * out = log(pSd/qSd) + (qSd² + (qMean − pMean)²) / (2 pSd²) − ½ for each element: the KL divergence
 * from N(pMean, pSd²) to N(qMean, qSd²).
 */
record GaussianKl(Value qMean, Value qSd, Value pMean, Value pSd, Value out) implements Operation {
  @Override
  public void forward() {
    for (int i = 0; i < out.size(); i++) {
      float q = qSd.data[qSd.offset + i];
      float p = pSd.data[pSd.offset + i];
      float ratio = q / p;
      float shift = (qMean.data[qMean.offset + i] - pMean.data[pMean.offset + i]) / p;
      out.data[out.offset + i] = 0.5f * (ratio * ratio + shift * shift - 1f) - Functions.log(ratio);
    }
  }

  @Override
  public void backward() {
    for (int i = 0; i < out.size(); i++) {
      float d = out.grad[out.offset + i];
      float q = qSd.data[qSd.offset + i];
      float p = pSd.data[pSd.offset + i];
      float ratio = q / p;
      float shift = (qMean.data[qMean.offset + i] - pMean.data[pMean.offset + i]) / p;
      float toward = d * shift / p;
      qMean.grad[qMean.offset + i] += toward;
      pMean.grad[pMean.offset + i] -= toward;
      qSd.grad[qSd.offset + i] += d * (ratio / p - 1f / q);
      pSd.grad[pSd.offset + i] += d * (1f - ratio * ratio - shift * shift) / p;
    }
  }
}
