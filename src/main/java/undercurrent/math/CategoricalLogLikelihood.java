package undercurrent.math;

/**
 * out = Σ over the observed values of a row of logitₖ − ln Σ e^logit, k the code and the sum over
 * the logits of its channel.
 *
 * @param codes whole numbers from 0 on, {@code [n × D]}
 * @param logit {@code [n × classes of all channels]}
 * @param first the column where the logits of each channel begin, and behind the last one their
 *     number
 */
record CategoricalLogLikelihood(Value codes, Value mask, Value logit, int[] first, Value out)
    implements Operation {
  @Override
  public void forward() {
    int channels = first.length - 1;
    for (int row = 0; row < out.rows; row++) {
      float sum = 0;
      for (int d = 0; d < channels; d++) {
        if (mask.data[mask.offset + row * channels + d] == 0f) continue;
        sum += logit.data[at(row, first[d] + code(row, d))] - logSum(row, d);
      }
      out.data[out.offset + row] = sum;
    }
  }

  private int at(int row, int column) {
    return logit.offset + row * logit.columns + column;
  }

  /** The code of a channel, the last one where there are not so many. */
  private int code(int row, int channel) {
    int code = Math.round(codes.data[codes.offset + row * (first.length - 1) + channel]);
    return Math.clamp(code, 0, first[channel + 1] - first[channel] - 1);
  }

  private float logSum(int row, int channel) {
    int from = at(row, first[channel]);
    int to = at(row, first[channel + 1]);
    float highest = Float.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) highest = Math.max(highest, logit.data[i]);
    float sum = 0;
    for (int i = from; i < to; i++) sum += Functions.exp(logit.data[i] - highest);
    return highest + Functions.log(sum);
  }

  @Override
  public void backward() {
    int channels = first.length - 1;
    for (int row = 0; row < out.rows; row++) {
      float seed = out.grad[out.offset + row];
      for (int d = 0; d < channels; d++) {
        if (mask.data[mask.offset + row * channels + d] == 0f) continue;
        float logSum = logSum(row, d);
        int to = at(row, first[d + 1]);
        for (int i = at(row, first[d]); i < to; i++) {
          logit.grad[i] -= seed * Functions.exp(logit.data[i] - logSum);
        }
        logit.grad[at(row, first[d] + code(row, d))] += seed;
      }
    }
  }
}
